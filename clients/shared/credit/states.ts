const names =
  'Alabama AL|Alaska AK|Arizona AZ|Arkansas AR|California CA|Colorado CO|Connecticut CT|Delaware DE|District of Columbia DC|Florida FL|Georgia GA|Hawaii HI|Idaho ID|Illinois IL|Indiana IN|Iowa IA|Kansas KS|Kentucky KY|Louisiana LA|Maine ME|Maryland MD|Massachusetts MA|Michigan MI|Minnesota MN|Mississippi MS|Missouri MO|Montana MT|Nebraska NE|Nevada NV|New Hampshire NH|New Jersey NJ|New Mexico NM|New York NY|North Carolina NC|North Dakota ND|Ohio OH|Oklahoma OK|Oregon OR|Pennsylvania PA|Rhode Island RI|South Carolina SC|South Dakota SD|Tennessee TN|Texas TX|Utah UT|Vermont VT|Virginia VA|Washington WA|West Virginia WV|Wisconsin WI|Wyoming WY|American Samoa AS|Guam GU|Northern Mariana Islands MP|Puerto Rico PR|U.S. Virgin Islands VI'

/** The jurisdictions that license physicians. */
export const states = names.split('|').map((entry) => ({ id: entry.slice(-2), label: entry.slice(0, -3) }))

const byCode = new Map(states.map((state) => [state.id, state.label]))

/** The name of a state by its code. */
export const stateName = (code: string) => byCode.get(code) ?? code
