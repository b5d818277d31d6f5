/** Something was asked for in the name of an owner that the registry does not know. */
export class UnknownOwner extends Error {
  override readonly name = "UnknownOwner";

  constructor(owner: string) {
    super(`There is no owner "${owner.slice(0, 100)}". Owners are named like sundsvall or upplands-vasby.`);
  }
}
