/** A serial number that sorts as text as it does as a number, however many rows other files of the same process have made. */
export const number = (serial: number) => String(serial).padStart(5, "0");
