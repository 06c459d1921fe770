// The workbench for tables.
import { start } from "./designer/start.js";
import { tableEditor } from "./designer/table-editor.js";

start(tableEditor);
