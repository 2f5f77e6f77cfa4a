// The server as a Node process; the transport (--stdio, --node-ipc, --socket=N) is read from the command line.
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { connect } from "./connect.ts";

connect(createConnection(ProposedFeatures.all));
