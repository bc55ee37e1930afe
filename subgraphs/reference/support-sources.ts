/**
 * Companies that are known to support activities (A26). Others may be written out; a name that recurs belongs on this
 * list. Companies that are no longer active stay, for activities of earlier years.
 */
export const supportSources = [
  { name: 'AbbVie', isActive: true },
  { name: 'Abbott', isActive: true },
  { name: 'Alexion', isActive: false },
  { name: 'Alkermes', isActive: true },
  { name: 'Allergan', isActive: false },
  { name: 'Amgen', isActive: true },
  { name: 'Astellas', isActive: true },
  { name: 'AstraZeneca', isActive: true },
  { name: 'Bayer', isActive: true },
  { name: 'Becton Dickinson', isActive: true },
  { name: 'Biogen', isActive: true },
  { name: 'Boehringer Ingelheim', isActive: true },
  { name: 'Boston Scientific', isActive: true },
  { name: 'Bristol Myers Squibb', isActive: true },
  { name: 'CSL Behring', isActive: true },
  { name: 'Daiichi Sankyo', isActive: true },
  { name: 'Dexcom', isActive: true },
  { name: 'Edwards Lifesciences', isActive: true },
  { name: 'Eisai', isActive: true },
  { name: 'Eli Lilly', isActive: true },
  { name: 'Genentech', isActive: true },
  { name: 'Gilead Sciences', isActive: true },
  { name: 'GlaxoSmithKline', isActive: true },
  { name: 'Incyte', isActive: true },
  { name: 'Intuitive Surgical', isActive: true },
  { name: 'Johnson & Johnson', isActive: true },
  { name: 'Karl Storz', isActive: true },
  { name: 'Medtronic', isActive: true },
  { name: 'Merck', isActive: true },
  { name: 'Moderna', isActive: true },
  { name: 'Neurocrine Biosciences', isActive: true },
  { name: 'Novartis', isActive: true },
  { name: 'Novo Nordisk', isActive: true },
  { name: 'Otsuka', isActive: true },
  { name: 'Pfizer', isActive: true },
  { name: 'Regeneron', isActive: true },
  { name: 'REMS Program Companies (RPC)', isActive: true },
  { name: 'Sanofi', isActive: true },
  { name: 'Stryker', isActive: true },
  { name: 'Takeda', isActive: true },
  { name: 'Teva', isActive: true },
  { name: 'UCB', isActive: true },
  { name: 'Vertex', isActive: true },
  { name: 'Zimmer Biomet', isActive: true },
] as const

const normal = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')
const byName = new Map<string, string>(supportSources.map(({ name }) => [normal(name), name]))

/** The company as the list writes it, however it is cased and spaced; undefined when it is not on the list. */
export const parseSupportSource = (text: string): string | undefined => byName.get(normal(text))
