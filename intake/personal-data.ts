export * from "../kit/personal-data";
