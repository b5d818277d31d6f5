import { runRoom } from "../../kit/run-room";
import { organisationsRoom } from "./room";

void runRoom(organisationsRoom);
