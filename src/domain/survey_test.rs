use super::*;

fn mark(mark: u32) -> Option<Rating> {
    Rating::new(mark)
}

fn answer(overall: u32, recommend: u32, gaps: &[(Dimension, u32, u32)]) -> SurveyAnswer {
    let mut answer = SurveyAnswer {
        overall: mark(overall),
        recommend: Recommendation::new(recommend),
        ..SurveyAnswer::empty(SurveyWay::Form)
    };
    for (dimension, expected, perceived) in gaps {
        *answer.rated_mut(*dimension) = Rated { expected: mark(*expected), perceived: mark(*perceived) };
    }
    answer
}

#[test]
fn marks_have_bounds() {
    let ratings: Vec<Option<u8>> = (0..=6).map(|it| Rating::new(it).map(Rating::get)).collect();
    assert_eq!(ratings, [None, Some(1), Some(2), Some(3), Some(4), Some(5), None]);
    assert_eq!(Recommendation::new(0).map(Recommendation::get), Some(0));
    assert_eq!(Recommendation::new(10).map(Recommendation::get), Some(10));
    for wrong in [11, 256, u32::MAX] {
        assert_eq!(Recommendation::new(wrong), None, "{wrong}");
        assert_eq!(Rating::new(wrong), None, "{wrong}");
    }
}

#[test]
fn a_gap_needs_both_marks() {
    for (expected, perceived, gap) in
        [(5, 1, Some(-4)), (1, 5, Some(4)), (3, 3, Some(0)), (0, 3, None), (3, 0, None), (0, 0, None)]
    {
        let rated = Rated { expected: mark(expected), perceived: mark(perceived) };
        assert_eq!(rated.gap(), gap, "{expected} {perceived}");
    }
}

#[test]
fn what_a_low_score_is() {
    use Dimension::{Empathy, Reliability};
    let overall = |it| mark(it).map(LowReason::Overall);
    let recommend = |it| Recommendation::new(it).map(LowReason::Recommend);
    let table: [(SurveyAnswer, Vec<LowReason>); 8] = [
        (answer(3, 7, &[]), vec![]),
        (answer(2, 7, &[]), overall(2).into_iter().collect()),
        (answer(3, 6, &[]), recommend(6).into_iter().collect()),
        (answer(0, 11, &[]), vec![]),
        (answer(5, 10, &[(Empathy, 5, 4)]), vec![]),
        (answer(5, 10, &[(Empathy, 5, 3)]), vec![LowReason::Short(Empathy, 2)]),
        (answer(5, 10, &[(Reliability, 1, 5), (Empathy, 5, 0)]), vec![]),
        (
            answer(1, 0, &[(Reliability, 5, 1)]),
            [overall(1), recommend(0), Some(LowReason::Short(Reliability, 4))]
                .into_iter()
                .flatten()
                .collect(),
        ),
    ];
    for (answer, reasons) in table {
        assert_eq!(answer.low_reasons(), reasons);
        assert_eq!(answer.is_low(), !reasons.is_empty());
    }
}

#[test]
fn an_answer_that_says_nothing_is_empty() {
    let empty = SurveyAnswer::empty(SurveyWay::Phone);
    assert!(empty.is_empty());
    assert!(SurveyAnswer { words: " \n".to_owned(), ..empty.clone() }.is_empty());
    assert!(!SurveyAnswer { words: "ok".to_owned(), ..empty.clone() }.is_empty());
    for dimension in Dimension::ALL {
        let mut one = empty.clone();
        one.rated_mut(dimension).expected = mark(1);
        assert!(!one.is_empty(), "{dimension:?}");
        assert_eq!(one.rated(dimension), Rated { expected: mark(1), perceived: None });
    }
}
