//! Papers of what comes after the work: acceptance, fees, complaints, follow-up.

use super::*;

pub(in crate::paper) fn answered() -> ReplyFacts {
    ReplyFacts {
        customer: s("王秀兰"),
        received: s("2026年11月20日"),
        heard: s("脱水时还是响。"),
        findings: s("减震器左右装反。"),
        finding: s("责任在我们。"),
        pictures: vec![Picture { caption: s("减震器"), file: FileHash::of(b"a photo") }],
        remedy: s("重装减震器，不收费。"),
        by: s("2026年11月23日"),
        change: s("出店前两人试机。"),
        contact: s("李娜"),
        way_on: s("区调解委员会 021-0155 0199"),
        signatory: s("小梅"),
    }
}

pub(in crate::paper) fn complained() -> ComplaintRecordFacts {
    ComplaintRecordFacts {
        subject: subject(),
        sections: vec![("感受", vec![("客户的感受", s("白等一晚。")), ("无", s(""))])],
        handler: s("李娜"),
    }
}

pub(in crate::paper) fn acceptance() -> AcceptanceFacts {
    AcceptanceFacts {
        subject: subject(),
        agreement: s("0421-7K-A"),
        finished: s("2026-11-28"),
        delivered: list(&["洗衣机一台", "换下的轴承两只"]),
        checks: vec![AcceptanceCheck {
            item: s("满载脱水"), standard: s("无异响"), result: s("合格")
        }],
        conclusion: s("验收合格。"),
        corrections: vec![Correction { what: s("面板划痕"), until: s("2026-12-01") }],
        maintenance: s("至 2027-05-28"),
        pictures: vec![Picture { caption: s("换下的轴承"), file: FileHash::of(b"a photo") }],
    }
}

pub(in crate::paper) fn fee() -> FeeFacts {
    FeeFacts {
        subject: subject(),
        costs: costs(),
        total_in_words: s("贰佰柒拾元整"),
        paid: s("¥270.00"),
        method: s("微信支付"),
        paid_at: s("2026-11-28 16:40"),
        balance: s("¥0.00"),
        due: s("2026-12-01"),
        pay_at: s("收费处"),
        cashier: s("周敏"),
    }
}

pub(in crate::paper) fn followed_up() -> FollowUpFacts {
    FollowUpFacts {
        subject: subject(),
        delivered: s("2026-11-28"),
        calls: vec![CallFacts {
            on: s("12月1日"),
            how: s("微信"),
            who: s("林青"),
            outcome: s("已联系上"),
            words: s("声音小多了"),
            problem: s("门封有点漏水"),
        }],
        planned: vec![PlannedFacts { due: s("5月28日"), about: s("提醒清洁滤网"), who: s("林青") }],
        recorder: s("林青"),
    }
}

pub(in crate::paper) fn sorry() -> ApologyFacts {
    ApologyFacts {
        customer: s("王秀兰"),
        case_number: s("0421-7K"),
        letter: s("L-0003"),
        promises: vec![NotKept {
            promise: s("首次答复"),
            limit: s("服务时间内 2 小时"),
            due: s("2026年11月21日 17:50"),
            happened: s("18:30 才答复"),
        }],
        remedy: s("减免上门费"),
        done: list(&["已减免上门费 50 元"]),
        signatory: s("林青"),
    }
}

pub(in crate::paper) fn thanks() -> ThankYouFacts {
    ThankYouFacts {
        customer: s("王秀兰"),
        case_number: s("0421-7K"),
        finished: s("2026年11月28日"),
        maintenance_until: s("2027年5月28日"),
        advice: list(&["每次洗涤不超过八成满", "每月清洁一次滤网"]),
        signatory: s("林青"),
    }
}
