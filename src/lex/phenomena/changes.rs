//! «A to B» after a verb of change, and amounts in unusual forms.

use super::read;

#[test]
fn a_step_and_the_level_it_leads_to() {
    insta::assert_snapshot!(read(&[
        "The toll rose by 11 to 840.",
        "The index added 40 to 8,200.",
        "It fell 0.4% or 33 to 8,167.",
        "Gold gained $17 to $1,516.",
        "The share slipped 4 cents to $58.09.",
        "The loss widened by £3m to £45m.",
        "The river rose 2 metres to 7 metres.",
        "Rates rose a quarter point to 4.5%.",
    ]), @"
    The toll rose by 11 to 840. => number [11] = 11; count [840] killed = 840;
    The index added 40 to 8,200. => number [40] = 40; number [8,200] = 8200;
    It fell 0.4% or 33 to 8,167. => percent [0.4%] = 0.4; number [33] = 33; number [8,167] = 8167;
    Gold gained $17 to $1,516. => money [$17] USD = 17; money [$1,516] USD = 1516;
    The share slipped 4 cents to $58.09. => money [4 cents] USD = 0.04; money [$58.09] USD = 58.09;
    The loss widened by £3m to £45m. => money [£3m] GBP = 3000000; money [£45m] GBP = 45000000;
    The river rose 2 metres to 7 metres. => quantity [2 metres] m = 2; quantity [7 metres] m = 7;
    Rates rose a quarter point to 4.5%. => percent [a quarter point] points = 0.25; percent [4.5%] = 4.5;
    ");
}

#[test]
fn ranges_stay_ranges_after_verbs_of_change() {
    insta::assert_snapshot!(read(&[
        "Prices will rise by 5 to 7 percent.",
        "The sea may rise 30 to 60 centimetres.",
        "Fares go up by £2 to £3.",
        "It cut 10 to 15 jobs.",
        "It fell by between 10 and 15 points.",
        "It employs 40 to 200 people.",
    ]), @"
    Prices will rise by 5 to 7 percent. => percent [5 to 7 percent] = 5..7;
    The sea may rise 30 to 60 centimetres. => quantity [30 to 60 centimetres] cm = 30..60;
    Fares go up by £2 to £3. => money [£2 to £3] GBP = 2..3;
    It cut 10 to 15 jobs. => count [10 to 15] of jobs = 10..15;
    It fell by between 10 and 15 points. => count [10 and 15] (between) of points = 10..15;
    It employs 40 to 200 people. => count [40 to 200] of people = 40..200;
    ");
}

#[test]
fn more_forms_of_amounts() {
    insta::assert_snapshot!(read(&[
        "5m barrels of oil",
        "1.5m square miles",
        "1.5 x 10^9 kg",
        "50 micrograms per cubic metre",
        "120 mg/dl",
        "He is 1 metre 93 tall.",
        "a bar 5 feet 10 high",
        "a bill of €5,20",
        "$20m Canadian",
        "c $ 20 million",
        "a multibillion-dollar deal",
        "a multi-million pound suit",
        "a 25-basis-point cut",
        "15 pc of voters",
        "15 PC users",
        "on his own two feet",
        "He won 5 cups.",
        "5 cups of flour",
    ]), @"
    5m barrels of oil => quantity [5m barrels] bbl = 5000000;
    1.5m square miles => quantity [1.5m square miles] sq mi = 1500000;
    1.5 x 10^9 kg => quantity [1.5 x 10^9 kg] kg = 1500000000;
    50 micrograms per cubic metre => quantity [50 micrograms per cubic metre] µg/m³ = 50;
    120 mg/dl => quantity [120 mg/dl] mg/dl = 120;
    He is 1 metre 93 tall. => quantity [1 metre 93] m = 1.93;
    a bar 5 feet 10 high => quantity [5 feet 10] ft = 5.8333;
    a bill of €5,20 => money [€5,20] EUR = 5.2;
    $20m Canadian => money [$20m Canadian] CAD = 20000000;
    c $ 20 million => money [c $ 20 million] CAD = 20000000;
    a multibillion-dollar deal => money [dollar] (multibillion-) USD = 2000000000;
    a multi-million pound suit => money [pound] (multi-million) GBP = 2000000;
    a 25-basis-point cut => percent [25-basis-point] points = 0.25;
    15 pc of voters => percent [15 pc] = 15;
    15 PC users => count [15] of PC users = 15;
    on his own two feet => number [two] = 2;
    He won 5 cups. => number [5] = 5;
    5 cups of flour => quantity [5 cups] cup = 5;
    ");
}
