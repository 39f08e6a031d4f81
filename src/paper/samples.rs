//! Every paper, from facts that leave nothing out, for the tests of this room. The words are
//! the same in every language; only what the program says differs.

mod after;

pub(super) use after::{acceptance, fee, thanks};

use super::*;
use crate::domain::date::Date;
use crate::domain::document::Document;
use crate::domain::document::Picture;
use crate::domain::hours::Hours;
use crate::domain::lang::Lang;
use crate::domain::photo::FileHash;
use after::{answered, complained, followed_up, sorry};

pub(super) fn head(lang: Lang) -> PaperHead {
    PaperHead {
        shop: ShopFace {
            name: "街角维修".to_owned(),
            phone: "021-0155 0188".to_owned(),
            address: "梧桐路 18 号".to_owned(),
            hours: Hours::usual(),
            logo: None,
        },
        lang,
        number: "0421-7K-B".to_owned(),
        revision: 1,
        date: Date::parse("2026-11-21"),
    }
}

/// What a shop that has entered nothing yet prints.
pub(super) fn bare_head(lang: Lang) -> PaperHead {
    PaperHead { shop: ShopFace::default(), lang, number: String::new(), revision: 1, date: None }
}

/// Every paper that this room composes, in a language: from all facts, or from none.
pub(super) fn all(lang: Lang, full: bool) -> Vec<Document> {
    let head = if full { head(lang) } else { bare_head(lang) };
    let h = &head;
    if !full {
        return vec![
            needs_record(&NeedsFacts::default(), h),
            quote(&QuoteFacts::default(), h),
            agreement(&AgreementFacts::default(), h),
            work_order(&WorkOrderFacts::default(), h),
            appointment(&AppointmentFacts::default(), h),
            missed_visit(&MissedVisitFacts::default(), h),
            progress_report(&ProgressFacts::default(), h),
            change_request(&ChangeFacts::default(), h),
            acceptance_report(&AcceptanceFacts::default(), h),
            fee_statement(&FeeFacts::default(), h),
            complaint_reply(&ReplyFacts::default(), h),
            complaint_record(&ComplaintRecordFacts::default(), h),
            satisfaction_form(&Subject::default(), h),
            follow_up_record(&FollowUpFacts::default(), h),
            apology(&ApologyFacts::default(), h),
            thank_you(&ThankYouFacts::default(), h),
            blueprint(&BlueprintFacts::default(), h),
            checklist(&ChecklistFacts::default(), h),
        ];
    }
    vec![
        needs_record(&needs(), h),
        quote(&quote_facts(), h),
        agreement(&agreement_facts(), h),
        work_order(&order(), h),
        appointment(&appointment_facts(), h),
        missed_visit(&missed(), h),
        progress_report(&progress(), h),
        change_request(&change(), h),
        acceptance_report(&acceptance(), h),
        fee_statement(&fee(), h),
        complaint_reply(&answered(), h),
        complaint_record(&complained(), h),
        satisfaction_form(&subject(), h),
        follow_up_record(&followed_up(), h),
        apology(&sorry(), h),
        thank_you(&thanks(), h),
        blueprint(&process(6), h),
        checklist(&checks(), h),
    ]
}

fn s(text: &str) -> String {
    text.to_owned()
}

fn list(items: &[&str]) -> Vec<String> {
    items.iter().map(|item| s(item)).collect()
}

pub(super) fn subject() -> Subject {
    Subject {
        case_number: s("0421-7K"),
        customer: s("王秀兰"),
        phone: s("138 0000 1234"),
        address: s("解放路 12 号 3 单元 502"),
        item: s("洗衣机 XQG80"),
        matter: s("脱水时响声大"),
    }
}

pub(super) fn needs() -> NeedsFacts {
    let expectation = |text: &str, answer: &str, reason: &str, alternative: &str| ExpectationFacts {
        text: s(text),
        answer: s(answer),
        reason: s(reason),
        alternative: s(alternative),
    };
    NeedsFacts {
        subject: subject(),
        method: s("到店面谈"),
        recorded_by: s("林青"),
        said: s("用了六年，上周起脱水时响声很大。\n家里有老人，怕吵。"),
        concerns: s("尽快安静下来，不想换新机"),
        explicit: list(&["排除脱水时的响声", "周五前修好"]),
        latent: list(&["检查减震与排水"]),
        what: s("检修洗衣机"),
        why: s("影响休息"),
        when: s("周五前"),
        place: s("家中"),
        who: s("一家四口"),
        how: s("上门检修"),
        expectations: vec![
            expectation("周五前修好", "部分满足", "轴承需订货两天", "先借用备用机"),
            expectation("费用不超过 400 元", "满足", "", ""),
        ],
        nature: s("故障维修"),
        urgency: s("紧急"),
        impact: s("一户"),
        recommendations: list(&["更换轴承与油封", "同时更换减震器"]),
    }
}

fn line(item: &str, unit: &str, quantity: &str, price: &str, amount: &str) -> LineFacts {
    LineFacts {
        item: s(item),
        unit: s(unit),
        quantity: s(quantity),
        price: s(price),
        tax: s("6%"),
        amount: s(amount),
    }
}

fn costs() -> CostFacts {
    CostFacts {
        lines: vec![
            line("轴承 6206", "只", "2", "45.00", "90.00"),
            line("人工", "小时", "1.5", "120.00", "180.00"),
        ],
        subtotal: s("¥254.72"),
        discount: s("¥0.00"),
        tax: s("¥15.28"),
        total: s("¥270.00"),
    }
}

pub(super) fn quote_facts() -> QuoteFacts {
    QuoteFacts {
        subject: subject(),
        prepared_by: s("林青"),
        options: vec![
            OptionFacts {
                name: s("更换轴承"),
                content: s("拆机更换两只轴承与油封"),
                benefits: s("响声根除"),
                drawbacks: s("需要订货"),
                duration: s("3 天"),
                risks: s("内筒轴磨损时另行告知"),
                costs: costs(),
                chosen: false,
            },
            OptionFacts {
                name: s("加注润滑"),
                content: s("清洁并加注润滑脂"),
                benefits: s("当天完成"),
                drawbacks: s("半年内可能复发"),
                duration: s("1 小时"),
                costs: CostFacts { total: s("¥80.00"), ..CostFacts::default() },
                ..OptionFacts::default()
            },
        ],
        valid_until: s("2026-12-05"),
        terms: list(&["完工验收后付款。"]),
        amended: Vec::new(),
    }
}

pub(super) fn agreement_facts() -> AgreementFacts {
    let fee = |stage: &str, when: &str, amount: &str| FeeStage {
        stage: s(stage),
        when: s(when),
        how: s("转账或现金"),
        amount: s(amount),
    };
    AgreementFacts {
        subject: subject(),
        scope: list(&["更换轴承与油封", "清洁内筒"]),
        goals: list(&["脱水时无异响"]),
        standards: list(&["空载与满载各脱水一次，响声不高于 60 分贝"]),
        start: s("2026-11-23"),
        end: s("2026-11-27"),
        fees: vec![fee("订货", "签订当日", "¥100.00"), fee("验收", "验收合格后三日内", "¥170.00")],
        total: s("¥270.00"),
        total_in_words: s("贰佰柒拾元整"),
        maintenance: s("2027年5月28日"),
        amended: Vec::new(),
        others: list(&["换下的零件交还甲方。"]),
        ..AgreementFacts::default()
    }
}

pub(super) fn order() -> WorkOrderFacts {
    WorkOrderFacts {
        subject: subject(),
        team: s("李工"),
        issued_by: s("林青"),
        issued_at: s("11月24日 08:30"),
        visit: s("11月24日 14:00–15:00"),
        job: s("更换轴承与油封，试机。"),
        steps: list(&["断电断水", "拆机检查", "更换轴承与油封", "满载试机"]),
        requirements: list(&["进门穿鞋套", "旧件交客户查看"]),
        materials: vec![MaterialFacts { name: s("轴承 6206"), unit: s("只"), quantity: s("2") }],
        fee: s("¥270.00"),
        charge: s("本次上门收费"),
        pay_at: s("收费处"),
    }
}

pub(super) fn appointment_facts() -> AppointmentFacts {
    AppointmentFacts {
        subject: subject(),
        visit: s("11月24日（周二）14:00–15:00"),
        duration: s("约 1 小时"),
        staff: s("李工"),
        fee: s("¥270.00"),
        charge: s("在免费维护期内"),
        prepare: list(&["清空洗衣机", "留出操作空间"]),
    }
}

pub(super) fn missed() -> MissedVisitFacts {
    MissedVisitFacts {
        subject: subject(),
        came: s("11月24日 14:10"),
        agreed: s("11月24日 14:00–15:00"),
        staff: s("李工"),
        left: s("已等候 20 分钟"),
        next: s("11月25日 10:00–11:00"),
    }
}

pub(super) fn progress() -> ProgressFacts {
    ProgressFacts {
        subject: subject(),
        as_of: s("11月25日"),
        stage: s("服务执行"),
        done: list(&["拆机检查", "订购轴承"]),
        doing: list(&["清洁内筒"]),
        next: list(&["更换轴承", "试机"]),
        due: s("11月27日"),
        new_due: s("11月28日"),
        reason: s("供应商晚到一天"),
        remedy: s("免费提供备用机"),
        requests: list(&["请确认周六上午在家"]),
        reported_by: s("林青"),
    }
}

pub(super) fn change() -> ChangeFacts {
    ChangeFacts {
        subject: subject(),
        agreement: s("0421-7K-A"),
        asked_by: s("王秀兰"),
        asked_on: s("2026-11-25"),
        wanted: s("同时更换减震器。"),
        reason: s("检查时发现减震器老化。"),
        time: s("增加半天"),
        cost: s("增加 ¥120.00"),
        quality: s("运行更平稳"),
        decision: s("已确认"),
        changes: vec![ChangeRow { what: s("费用"), before: s("¥270.00"), after: s("¥390.00") }],
    }
}

pub(super) fn process(stages: usize) -> BlueprintFacts {
    let stage = |number: usize| BlueprintStage {
        name: format!("阶段{number}"),
        current: number == 2,
        tasks: [list(&["说明需求"]), list(&["问候并倾听", "说明后续安排"]), list(&["登记建档"])],
    };
    BlueprintFacts {
        process: s("标准服务流程"),
        about: s("大多数服务单适用。"),
        stages: (1..=stages).map(stage).collect(),
    }
}

pub(super) fn checks() -> ChecklistFacts {
    let task = |text: &str, hint: &str, optional| ChecklistTask { text: s(text), hint: s(hint), optional };
    ChecklistFacts {
        process: s("标准服务流程"),
        subject: Subject::default(),
        stages: vec![ChecklistStage {
            name: s("接入与受理"),
            tasks: vec![
                task("问候并自我介绍", "先报店名，再报姓名。", false),
                task("询问方便的时间", "", true),
            ],
        }],
    }
}
