import type { Terms } from './terms.ts';

/** Medicines, by name and in general: whoever takes one has what it is for. */
export const MEDICATION: Terms = {
  general: `
    medicat*, medicine*, meds, prescri*, dose, dosage, his|her|their|takes|taking|take|sleeping|
    these tablets, inhaler*, nebuli*, steroid*, antibiotic*, pain-killer*, pain-relief,
    anti-depress*, anti-psychot*, anti-histamine*, anti-convuls*, ssri, beta-blocker*, depot
    injection, emollient*, nicotine|hormone|hrt|pain patches, eye drops, repeat script, on a drip`,
  attentionAndSleep: `
    methylphenidate, ritalin, concerta, medikinet, equasym, xaggitin, lisdexamfetamine, elvanse,
    dexamfetamine, atomoxetine, strattera, guanfacine, intuniv, clonidine, melatonin, circadin,
    slenyto, promethazine`,
  mind: `
    sertraline, fluoxetine, prozac, citalopram, escitalopram, paroxetine, mirtazapine,
    venlafaxine, duloxetine, amitriptyline, trazodone, propranolol, buspirone, quetiapine,
    olanzapine, risperidone, aripiprazole, clozapine, haloperidol, lithium, lorazepam`,
  body: `
    lamotrigine, valproate, epilim, levetiracetam, keppra, carbamazepine, tegretol, topiramate,
    clobazam, midazolam, insulin, metformin, salbutamol, ventolin, seretide, beclometasone,
    montelukast, prednisolone, hydrocortisone, levothyroxine, thyroxine, amoxicillin, penicillin,
    flucloxacillin, co-codamol, codeine, tramadol, morphine, naproxen, ibuprofen, paracetamol,
    calpol, aspirin, warfarin, omeprazole, lansoprazole, movicol, laxido, senna, desmopressin,
    oxybutynin, piriton, cetirizine, loratadine, methotrexate, ramipril, amlodipine, statin, HRT,
    folic acid, botox, baclofen, creon, sumatriptan`,
};
