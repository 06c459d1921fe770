// In the place of the library that checks element templates: the server makes ours, and its build checks them.
// newer than any template says it is
export const getSchemaVersion = () => "999.0.0";
export const getZeebeSchemaVersion = getSchemaVersion;
export const getZeebeSchemaPackage = () => "";
export const validate = (object) => ({ valid: true, object, errors: [] });
export const validateZeebe = validate;
