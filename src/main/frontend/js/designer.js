// The workbench for models.
import { bpmnEditor } from "./designer/bpmn-editor.js";
import { start } from "./designer/start.js";

start(bpmnEditor);
