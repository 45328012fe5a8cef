/** A Word on/off property: present without a value means on (ISO/IEC 29500-1, 17.17.4). */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(0|false|off)$/i.test(value);
}
