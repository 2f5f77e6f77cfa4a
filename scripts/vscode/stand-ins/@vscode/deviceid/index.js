// Stands in for the machine's identity: tests tell nobody who they are.
export async function getDeviceId() {
  return "00000000-0000-0000-0000-000000000000";
}
