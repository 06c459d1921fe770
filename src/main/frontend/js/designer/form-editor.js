export async function formEditor() {}
