import { runRoom } from "../../kit/run-room";
import { areasRoom } from "./room";

void runRoom(areasRoom);
