//! What is written down after the job.

use super::jobs::stamp;
use super::{date, id, text};
use casebook::domain::case::{CaseEvent, CaseField, CaseItem, Channel, Recorded};
use casebook::domain::follow_up::{
    FollowUp, FollowUpCall, FollowUpRule, FollowUpRules, Interval, IntervalUnit,
};
use casebook::domain::id::{CaseId, FollowUpId, ProcessId, StaffId};
use casebook::domain::importance::Importance;
use casebook::domain::lang::Lang;
use casebook::domain::message::{MessageMoment, MessageSent, MessageTemplate, MessageTemplates};
use casebook::domain::shop::ShopField;
use casebook::domain::survey::{Rated, Rating, Recommendation, SurveyAnswer, SurveyWay};
use casebook::domain::waiting::{WaitReason, Waiting};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

pub(super) fn shop_field() -> impl Strategy<Value = ShopField> {
    let interval =
        (select(IntervalUnit::ALL.to_vec()), any::<u32>()).prop_map(|(unit, count)| Interval { unit, count });
    let rule =
        (select(Importance::ALL.to_vec()), of(id(ProcessId::parse)), prop::collection::vec(interval, 0..4))
            .prop_map(|(importance, process, after)| FollowUpRule { importance, process, after });
    let own = (select(MessageMoment::ALL.to_vec()), select(Lang::ALL.to_vec()), text())
        .prop_map(|(moment, lang, text)| MessageTemplate { moment, lang, text });
    prop_oneof![
        prop::collection::vec(rule, 0..4).prop_map(|rules| ShopField::FollowUpRules(FollowUpRules(rules))),
        prop::collection::vec(own, 0..3).prop_map(|own| ShopField::MessageTemplates(MessageTemplates(own))),
    ]
}

pub(super) fn case_field() -> impl Strategy<Value = CaseField> {
    let follow_up = (any::<u32>(), date(), text(), of(id(StaffId::parse)))
        .prop_map(|(rank, due, about, who)| FollowUp { rank, due, about, who });
    prop_oneof![
        3 => (id(FollowUpId::parse), of(follow_up))
            .prop_map(|(id, item)| CaseField::Item(CaseItem::FollowUp(id, item.map(Box::new)))),
        1 => id(CaseId::parse).prop_map(CaseField::AroseFrom),
        1 => of((select(WaitReason::ALL.to_vec()), text()))
            .prop_map(|waiting| CaseField::Waiting(waiting.map(|(reason, words)| Waiting { reason, words }))),
    ]
}

pub(super) fn case_event() -> impl Strategy<Value = CaseEvent> {
    let channel = || select(Channel::ALL.to_vec());
    prop_oneof![
        (id(FollowUpId::parse), channel(), any::<bool>(), text(), text()).prop_map(
            |(follow_up, channel, reached, words, problem)| {
                CaseEvent::FollowedUp(FollowUpCall { follow_up, channel, reached, words, problem })
            }
        ),
        id(CaseId::parse).prop_map(CaseEvent::LedTo),
        survey_answer().prop_map(CaseEvent::SurveyAnswered),
        stamp().prop_map(CaseEvent::SurveySeen),
        (select(MessageMoment::ALL.to_vec()), channel(), text()).prop_map(|(moment, channel, words)| {
            CaseEvent::MessageSent(MessageSent { moment, channel, words })
        }),
        (text(), text()).prop_map(|(activity, note)| CaseEvent::Recorded(Recorded { activity, note })),
    ]
}

fn rated() -> impl Strategy<Value = Rated> {
    let rating = || of(select(Rating::ALL.to_vec()));
    (rating(), rating()).prop_map(|(expected, perceived)| Rated { expected, perceived })
}

fn survey_answer() -> impl Strategy<Value = SurveyAnswer> {
    let by = select(vec![SurveyWay::Form, SurveyWay::Screen, SurveyWay::Phone]);
    let marks = [rated(), rated(), rated(), rated(), rated()];
    let overall = of(select(Rating::ALL.to_vec()));
    let recommend = (0..=11_u32).prop_map(Recommendation::new);
    (by, marks, overall, recommend, text()).prop_map(|(by, marks, overall, recommend, words)| {
        let [tangibles, empathy, assurance, responsiveness, reliability] = marks;
        SurveyAnswer {
            by,
            tangibles,
            empathy,
            assurance,
            responsiveness,
            reliability,
            overall,
            recommend,
            words,
        }
    })
}
