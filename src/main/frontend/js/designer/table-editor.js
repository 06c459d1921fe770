export async function tableEditor() {}
