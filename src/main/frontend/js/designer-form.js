// The workbench for forms.
import { formEditor } from "./designer/form-editor.js";
import { start } from "./designer/start.js";

start(formEditor);
