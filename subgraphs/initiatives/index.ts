import { runRoom } from "../../kit/run-room";
import { initiativesRoom } from "./room";

void runRoom(initiativesRoom);
