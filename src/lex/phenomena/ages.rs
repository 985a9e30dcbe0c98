//! Bare numbers that are ages, and others that are none.

use super::read;

#[test]
fn beside_a_person() {
    insta::assert_snapshot!(read(&[
        "The mayor, 49, denied it.",
        "Her husband, 49, and a friend, 33, were held.",
        "The King, 76, took part.",
        "Lena Voss (49) and her son Tom, 5, were found.",
        "Voss, now 49, runs a shop.",
        "Brothers Tom, 12, and Sam, 9, were found.",
        "Lena Voss – 49 – said so.",
        "The bus, 49, was late.",
        "In Keld, 49 died.",
        "The index, 49, was low.",
    ]), @"
    The mayor, 49, denied it. => age [49] = 49;
    Her husband, 49, and a friend, 33, were held. => age [49] = 49; age [33] = 33;
    The King, 76, took part. => age [76] = 76;
    Lena Voss (49) and her son Tom, 5, were found. => age [49] = 49; age [5] = 5;
    Voss, now 49, runs a shop. => age [49] = 49;
    Brothers Tom, 12, and Sam, 9, were found. => age [12] = 12; age [9] = 9;
    Lena Voss – 49 – said so. => age [49] = 49;
    The bus, 49, was late. => number [49] = 49;
    In Keld, 49 died. => count [49] killed = 49;
    The index, 49, was low. => number [49] = 49;
    ");
}

#[test]
fn told_by_a_verb() {
    insta::assert_snapshot!(read(&[
        "Voss, who is 49, lives in Keld.",
        "She will be 50 in May.",
        "The oldest was 91, the youngest nine.",
        "She was only 19 when it began.",
        "He died of an illness at his home in Keld at 91.",
        "He became king at 73.",
        "At 73 he became the oldest king.",
        "It was 49 when I looked.",
        "The score was 49 when he left.",
        "They were 49 and counting.",
    ]), @"
    Voss, who is 49, lives in Keld. => age [49] = 49;
    She will be 50 in May. => age [50] = 50; date [May] (in);
    The oldest was 91, the youngest nine. => age [91] = 91; age [nine] = 9;
    She was only 19 when it began. => age [19] = 19;
    He died of an illness at his home in Keld at 91. => age [91] = 91;
    He became king at 73. => age [73] = 73;
    At 73 he became the oldest king. => age [73] = 73;
    It was 49 when I looked. => number [49] = 49;
    The score was 49 when he left. => number [49] = 49;
    They were 49 and counting. => number [49] = 49;
    ");
}

#[test]
fn limits_and_averages() {
    insta::assert_snapshot!(read(&[
        "People over 65 are at risk.",
        "Anyone under 18 is barred.",
        "Children as young as 12 work there.",
        "A girl of six was found.",
        "The voting age was cut to 16.",
        "The average age of the victims was 34.",
        "He was in his mid to late 20s.",
        "men in their 20s and 30s",
        "Women over 40 miles away heard it.",
    ]), @"
    People over 65 are at risk. => age [65] (over) = 65..inf;
    Anyone under 18 is barred. => age [18] (under) = -inf..18;
    Children as young as 12 work there. => age [12] = 12;
    A girl of six was found. => age [six] = 6;
    The voting age was cut to 16. => age [16] = 16;
    The average age of the victims was 34. => age [34] = 34;
    He was in his mid to late 20s. => age [20s] = 20..29;
    men in their 20s and 30s => age [20s] = 20..29; age [30s] = 30..39;
    Women over 40 miles away heard it. => quantity [40 miles] (over) mi = 40..inf;
    ");
}

#[test]
fn names_and_ages_in_a_row() {
    insta::assert_snapshot!(read(&[
        "The victims are Asha, 25, Ravi, 52, Meena Das, 1, and Dinesh, 7, all of Keld.",
        "Killed were Jo Lane, 19; Pat Roe, 22; and Al Dunn, 30.",
        "There are branches in Fallon, 12, Denby, 3, and Keld, 7.",
        "Fallon, 5, Denby, 3, and Keld, 7, are on the list.",
    ]), @"
    The victims are Asha, 25, Ravi, 52, Meena Das, 1, and Dinesh, 7, all of Keld. => age [25] = 25; age [52] = 52; age [1] = 1; age [7] = 7;
    Killed were Jo Lane, 19; Pat Roe, 22; and Al Dunn, 30. => age [19] = 19; age [22] = 22; number [30] = 30;
    There are branches in Fallon, 12, Denby, 3, and Keld, 7. => number [12] = 12; number [3] = 3; number [7] = 7;
    Fallon, 5, Denby, 3, and Keld, 7, are on the list. => number [5] = 5; number [3] = 3; number [7] = 7;
    ");
}

#[test]
fn limits_told_with_the_age_of() {
    insta::assert_snapshot!(read(&[
        "People over the age of 75 and under-16s ride free.",
        "Those under the age of 25 and over the age of 70 pay more.",
        "Children below the age of five are at risk.",
        "He won at the age of 17 and over the years lost.",
        "Those aged 65 and over come first.",
    ]), @"
    People over the age of 75 and under-16s ride free. => age [75] (over the age of) = 75..inf;
    Those under the age of 25 and over the age of 70 pay more. => age [25] (under the age of) = -inf..25; age [70] (over the age of) = 70..inf;
    Children below the age of five are at risk. => age [five] (below the age of) = -inf..5;
    He won at the age of 17 and over the years lost. => age [17] = 17;
    Those aged 65 and over come first. => age [65] (and over) = 65..inf; ordinal [first];
    ");
}
