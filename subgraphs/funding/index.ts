import { runRoom } from "../../kit/run-room";
import { fundingRoom } from "./room";

void runRoom(fundingRoom);
