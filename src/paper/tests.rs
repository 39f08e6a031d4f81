//! The papers of a case: what they say, in each language, from all facts and from none.

use super::samples::{self, all, head};
use super::*;
use crate::domain::document::{Block, Document, RowRole};
use crate::domain::lang::Lang;
use crate::domain::paper_kind::PaperKind;
use paginate::{Extent, keeps_with_next, spread, table_heads};

/// The lines of a paper below its letterhead.
fn lines(paper: &Document) -> Vec<String> {
    paper.blocks[1..].iter().flat_map(|block| block.lines(paper.lang)).collect()
}

fn text(paper: &Document) -> String {
    lines(paper).join("\n")
}

#[test]
fn every_paper_is_composed_in_every_language() {
    let later = [PaperKind::CommitmentLetter, PaperKind::IntakeReceipt];
    let kinds: Vec<_> = PaperKind::ALL.into_iter().filter(|kind| !later.contains(kind)).collect();
    for (lang, full) in Lang::ALL.into_iter().flat_map(|lang| [(lang, true), (lang, false)]) {
        let papers = all(lang, full);
        assert_eq!(papers.iter().map(|paper| paper.paper).collect::<Vec<_>>(), kinds);
        for paper in papers {
            assert_eq!(paper.lang, lang);
            assert!(!paper.title().is_empty());
        }
    }
}

#[test]
fn nothing_dangles() {
    for (lang, full) in Lang::ALL.into_iter().flat_map(|lang| [(lang, true), (lang, false)]) {
        for paper in all(lang, full) {
            let words = paper.plain_text();
            for wrong in
                ["{", "}", "（）", "()", "  ", "：：", "：。", "，。", "“”", "「」", "至。", "于。", "\n\n"]
            {
                assert!(!words.contains(wrong), "{wrong:?} in {words}");
            }
            for line in words.lines() {
                assert_eq!(line, line.trim(), "{words}");
                assert!(line.chars().any(char::is_alphanumeric), "{line:?} in {words}");
            }
        }
    }
}

#[test]
fn only_places_to_write_at_are_left_open() {
    for lang in Lang::ALL {
        for paper in all(lang, false) {
            for block in &paper.blocks {
                match block {
                    Block::Facts(rows) => panic!("{:?} states {rows:?}", paper.paper),
                    // The form's rows are places to tick.
                    Block::Row { .. } if paper.paper == PaperKind::SatisfactionForm => {}
                    Block::Row { cells, .. } => panic!("{:?} has a row {cells:?}", paper.paper),
                    _ => {}
                }
            }
            // A heading is never the last block, and never stands above another.
            let heading = |block: &Block| matches!(block, Block::Section(_));
            assert!(!paper.blocks.last().is_some_and(heading));
            assert!(!paper.blocks.windows(2).any(|two| heading(&two[0]) && heading(&two[1])));
        }
    }
}

#[test]
fn every_fact_is_told_in_every_language() {
    // One word of each fact of the samples; a composer that forgets one fails here.
    let told: [(PaperKind, &[&str]); 9] = [
        (
            PaperKind::NeedsRecord,
            &[
                "到店面谈",
                "怕吵",
                "不想换新机",
                "排除脱水",
                "减震与排水",
                "影响休息",
                "一家四口",
                "备用机",
                "一户",
                "油封",
            ],
        ),
        (
            PaperKind::Quote,
            &["响声根除", "需要订货", "内筒轴", "1.5", "254.72", "¥80.00", "2026-12-05", "完工验收后"],
        ),
        (
            PaperKind::Agreement,
            &[
                "清洁内筒",
                "无异响",
                "60 分贝",
                "2026-11-23",
                "验收合格后三日内",
                "贰佰柒拾",
                "2027年5月28日",
                "换下的零件",
            ],
        ),
        (
            PaperKind::WorkOrder,
            &["李工", "林青", "08:30", "14:00–15:00", "拆机检查", "鞋套", "轴承 6206", "收费处"],
        ),
        (
            PaperKind::ProgressReport,
            &["服务执行", "订购轴承", "试机", "11月28日", "供应商", "备用机", "周六上午"],
        ),
        (PaperKind::ChangeRequest, &["0421-7K-A", "减震器老化", "增加半天", "¥120.00", "更平稳", "¥390.00"]),
        (
            PaperKind::AcceptanceReport,
            &["2026-11-28", "洗衣机一台", "满载脱水", "验收合格。", "面板划痕", "2027-05-28"],
        ),
        (
            PaperKind::FollowUpRecord,
            &[
                "2026-11-28",
                "12月1日",
                "微信",
                "林青",
                "联系上",
                "声音小多了",
                "门封有点漏水",
                "5月28日",
                "清洁滤网",
            ],
        ),
        (PaperKind::FeeStatement, &["90.00", "15.28", "微信支付", "16:40", "收费处", "周敏"]),
    ];
    for lang in Lang::ALL {
        let papers = all(lang, true);
        for (kind, words) in told {
            let paper = papers.iter().find(|paper| paper.paper == kind).expect("a sample");
            let text = text(paper);
            for word in words.iter().chain(&["王秀兰"]) {
                assert!(text.contains(word), "{lang:?} {kind:?} lacks {word}: {text}");
            }
        }
    }
}

#[test]
fn a_quote_compares_the_solutions() {
    assert_eq!(
        text(&quote(&samples::quote_facts(), &head(Lang::ZhCn))),
        "方案与报价单\n编号：0421-7K-B · 2026年11月21日\n服务单号：0421-7K\n客户：王秀兰\n\
         联系电话：138 0000 1234\n地址：解放路 12 号 3 单元 502\n设备：洗衣机 XQG80\n\
         服务事项：脱水时响声大\n报价人：林青\n\
         一、方案比较\n比较项目\t方案 1：更换轴承\t方案 2：加注润滑\n\
         内容\t拆机更换两只轴承与油封\t清洁并加注润滑脂\n优点\t响声根除\t当天完成\n\
         不足\t需要订货\t半年内可能复发\n所需时间\t3 天\t1 小时\n风险与对策\t内筒轴磨损时另行告知\n\
         费用合计\t¥270.00\t¥80.00\n\
         二、费用明细（方案 1：更换轴承）\n项目\t单位\t数量\t单价\t税率\t金额\n\
         轴承 6206\t只\t2\t45.00\t6%\t90.00\n人工\t小时\t1.5\t120.00\t6%\t180.00\n\
         小计\t¥254.72\n优惠\t¥0.00\n税额\t¥15.28\n合计\t¥270.00\n\
         三、说明\n1. 本报价有效期至2026-12-05。\n2. 完工验收后付款。\n\
         3. 未经您书面同意，不收取报价以外的费用。\n\
         四、请选定方案（打勾）\n☐ 方案 1：更换轴承\n☐ 方案 2：加注润滑\n\
         客户（签字）：王秀兰\n日期：\n服务方（签字／盖章）：街角维修\n日期："
    );
}

#[test]
fn a_chosen_solution_is_not_asked_for_again() {
    let mut facts = samples::quote_facts();
    facts.options[0].chosen = true;
    let words = text(&quote(&facts, &head(Lang::En)));
    assert!(words.contains("Option 1: 更换轴承 (chosen)"), "{words}");
    assert!(!words.contains('☐'), "{words}");
    facts.options.truncate(1);
    let words = text(&quote(&facts, &head(Lang::ZhTw)));
    assert!(
        words.starts_with("報價單\n") && words.contains("\n一、方案說明\n項目：更换轴承\n內容："),
        "{words}"
    );
}

#[test]
fn more_solutions_than_a_page_has_room_for_take_another_table() {
    let mut facts = samples::quote_facts();
    facts.options = vec![OptionFacts { content: "换".to_owned(), ..OptionFacts::default() }; 4];
    let paper = quote(&facts, &head(Lang::ZhCn));
    let rows: Vec<_> = lines(&paper).into_iter().filter(|line| line.contains('\t')).collect();
    assert_eq!(
        rows,
        ["比较项目\t方案 1\t方案 2\t方案 3", "内容\t换\t换\t换", "比较项目\t方案 4", "内容\t换"]
    );
}

#[test]
fn an_agreement_has_what_a_contract_needs() {
    let words = text(&agreement(&samples::agreement_facts(), &head(Lang::ZhCn)));
    assert!(
        words.contains(
            "甲方（客户）：王秀兰\n联系电话：138 0000 1234\n地址：解放路 12 号 3 单元 502\n\
             乙方（服务方）：街角维修\n联系电话：021-0155 0188\n地址：梧桐路 18 号\n甲乙双方本着"
        ),
        "{words}"
    );
    assert!(words.contains(
        "\n四、服务期限\n自2026-11-23起至2026-11-27止。\n五、费用与支付\n阶段\t支付时间\t支付方式\t金额\n"
    ));
    assert!(words.contains("\n合计\t¥270.00\n合计大写：贰佰柒拾元整\n未经甲方书面同意"), "{words}");
    for heading in [
        "六、免费维护",
        "七、违约责任与赔偿",
        "八、保密",
        "九、协议变更",
        "十、法律适用与争议解决",
        "十一、其他约定",
    ] {
        assert!(words.contains(&format!("\n{heading}\n")), "{heading} in {words}");
    }
    assert!(
        words.ends_with("甲方（签字／盖章）：王秀兰\n日期：\n乙方（签字／盖章）：街角维修\n日期："),
        "{words}"
    );
}

#[test]
fn a_shop_may_have_terms_of_its_own() {
    let usual = text(&agreement(&AgreementFacts::default(), &head(Lang::En)));
    let own = AgreementFacts {
        disputes: "We meet for tea.\n Then we see. ".to_owned(),
        start: "1 May".to_owned(),
        ..AgreementFacts::default()
    };
    let own = text(&agreement(&own, &head(Lang::En)));
    assert!(usual.contains("go to the court that has jurisdiction"));
    assert!(own.contains("\n(a) We meet for tea.\n(b) Then we see.\n"), "{own}");
    assert!(!own.contains("jurisdiction"), "{own}");
    assert!(own.contains("\n1. Term\nFrom 1 May.\n2. Liability"), "{own}");
}

#[test]
fn a_work_order_has_room_for_receipt_and_acceptance() {
    let words = text(&work_order(&samples::order(), &head(Lang::ZhCn)));
    assert!(words.contains("\n工作步骤\n☐ 断电断水\n☐ 拆机检查\n"), "{words}");
    assert!(words.contains("\n领用材料\n名称\t单位\t数量\n轴承 6206\t只\t2\n完工与验收\n"), "{words}");
    assert!(words.ends_with(
        "到达时间：\n实收费用：\n完工情况：\n接单人签收：李工\n签收时间：\n服务人员（签字）：\n完工时间：\n\
         客户验收（签字）：王秀兰\n日期："
    ));
}

#[test]
fn a_missed_visit_says_how_to_go_on() {
    let words = text(&missed_visit(&samples::missed(), &head(Lang::ZhTw)));
    assert!(
        words.contains(
            "\n敬愛的王秀兰：\n我們已到府服務，未能與您見面，特留此條。\n到府時間：11月24日 14:10\n"
        )
    );
    assert!(words.ends_with("\n請撥打 021-0155 0188 與我們另約時間，我們會儘快安排。"), "{words}");
    let words = text(&missed_visit(&MissedVisitFacts::default(), &samples::bare_head(Lang::ZhCn)));
    assert_eq!(
        words,
        "服务留言条\n尊敬的客户：\n我们已上门服务，未能与您见面，特留此条。\n请与我们联系，另约时间，我们会尽快安排。"
    );
}

#[test]
fn an_acceptance_report_asks_for_the_verdict_until_there_is_one() {
    let decided = text(&acceptance_report(&samples::acceptance(), &head(Lang::ZhCn)));
    assert!(
        decided
            .contains("\n四、验收结论\n验收合格。\n五、整改事项\n事项\t完成期限\n面板划痕\t2026-12-01\n客户"),
        "{decided}"
    );
    let open = text(&acceptance_report(&AcceptanceFacts::default(), &head(Lang::ZhCn)));
    assert!(
        open.contains("一、验收结论\n☐ 验收合格\n☐ 按下列意见整改后合格\n☐ 验收不合格\n意见：\n客户"),
        "{open}"
    );
}

#[test]
fn a_fee_statement_becomes_a_receipt_when_it_was_paid() {
    let paid = fee_statement(&samples::fee(), &head(Lang::ZhCn));
    assert_eq!(paid.title(), "收款收据");
    assert!(
        text(&paid)
            .contains("\n合计\t¥270.00\n收款大写：贰佰柒拾元整\n已收款：¥270.00\n付款方式：微信支付\n")
    );
    let open = FeeFacts { paid: String::new(), ..samples::fee() };
    assert_eq!(fee_statement(&open, &head(Lang::ZhTw)).title(), "收費單");
}

#[test]
fn thanks_name_the_maintenance_period() {
    assert_eq!(
        text(&thank_you(&samples::thanks(), &head(Lang::ZhCn))),
        "感谢函\n服务单号：0421-7K\n尊敬的王秀兰：\n感谢您选择街角维修，也感谢您在服务过程中的信任与配合。\n\
         您托付的服务已于2026年11月28日完成。\n\
         免费维护期至2027年5月28日止。在此期间如有问题，请随时与我们联系，我们会及时处理。\n\
         使用建议\n1. 每次洗涤不超过八成满\n2. 每月清洁一次滤网\n期待再次为您服务。\n此致\n敬礼\n\
         街角维修\n负责人签字：林青\n盖章\n2026年11月21日"
    );
}

#[test]
fn a_poster_shows_lanes_and_lines() {
    let paper = blueprint(&samples::process(6), &head(Lang::ZhCn));
    let words = text(&paper);
    assert!(words.starts_with("标准服务流程 · 服务流程图\n"), "{words}");
    assert!(
        words.contains(
            "\n客户 / 接触线 / 前台 / 可视线 / 后台\n1 阶段1\n\
         客户：说明需求\n前台：问候并倾听；说明后续安排\n后台：登记建档\n2 阶段2 当前阶段\n"
        ),
        "{words}"
    );
    let widths = |stages| -> Vec<usize> {
        let paper = blueprint(&samples::process(stages), &head(Lang::En));
        let lanes = paper.blocks.iter().filter_map(|block| match block {
            Block::Lanes(lanes) => Some(lanes.stages.len()),
            _ => None,
        });
        lanes.collect()
    };
    assert_eq!([5, 7, 8, 10, 15].map(widths), [vec![5], vec![7], vec![4, 4], vec![5, 5], vec![5, 5, 5]]);
}

#[test]
fn a_blank_checklist_has_room_for_the_case() {
    assert_eq!(
        text(&checklist(&samples::checks(), &head(Lang::ZhCn))),
        "标准服务流程 · 检查表\n编号：0421-7K-B · 2026年11月21日\n服务单号：\n客户：\n日期：\n一、接入与受理\n\
         ☐ 问候并自我介绍\n先报店名，再报姓名。\n☐ 询问方便的时间（可选）\n备注：\n检查人（签字）：\n日期："
    );
}

#[test]
fn a_quote_of_sixty_lines_repeats_its_head_and_keeps_its_total_with_a_line() {
    let mut facts = samples::quote_facts();
    facts.options.truncate(1);
    facts.options[0].costs.lines = vec![facts.options[0].costs.lines[0].clone(); 60];
    let paper = quote(&facts, &head(Lang::ZhCn));
    // Every block 20 high, on pages of 500: twenty-five blocks each.
    let extents: Vec<_> =
        (0..).map(|n| Extent { top: n * 20, bottom: n * 20 + 20 }).take(paper.blocks.len()).collect();
    let pages = spread(&extents, &keeps_with_next(&paper.blocks), &table_heads(&paper.blocks), 500);
    assert!(pages.len() >= 3, "{pages:?}");
    let is_row =
        |place: usize, role| matches!(&paper.blocks[place], Block::Row { role: found, .. } if *found == role);
    for page in &pages {
        let first = page.blocks.start;
        assert!(!is_row(first, RowRole::Total), "a page begins with a total: {pages:?}");
        assert!(!is_row(page.blocks.end - 1, RowRole::Head), "a page ends with a head: {pages:?}");
        assert_eq!(page.head.is_some(), is_row(first, RowRole::Body));
        assert!(page.head.is_none_or(|head| is_row(head, RowRole::Head)));
    }
    assert!(pages.iter().filter(|page| page.head.is_some()).count() >= 2, "{pages:?}");
    let signed = paper.blocks.iter().position(|block| matches!(block, Block::Parties(_))).expect("parties");
    assert!(pages.iter().any(|page| page.blocks.contains(&signed) && page.blocks.contains(&(signed - 1))));
}

#[test]
fn an_answered_survey_says_what_was_answered_and_nothing_else() {
    use crate::domain::survey::{Rated, Rating, Recommendation, SurveyAnswer, SurveyWay};
    let facts = AnsweredFacts { subject: Subject::default(), on: "2026-12-01 10:00".to_owned() };
    let answer = SurveyAnswer {
        reliability: Rated { expected: Rating::new(5), perceived: Rating::new(2) },
        empathy: Rated { expected: Rating::new(3), perceived: Rating::new(4) },
        assurance: Rated { expected: Rating::new(4), perceived: Rating::new(4) },
        tangibles: Rated { expected: Rating::new(4), perceived: None },
        recommend: Recommendation::new(0),
        words: "等得太久\n没人说明".to_owned(),
        ..SurveyAnswer::empty(SurveyWay::Phone)
    };
    let head = samples::head(Lang::ZhCn);
    let said = text(&answered_survey(&answer, &facts, &head));
    for line in [
        "作答时间：2026-12-01 10:00",
        "有形度\t4",
        "同理度\t3\t4\t+1",
        "专业度\t4\t4\t0",
        "信赖度\t5\t2\t−3",
        "推荐意愿：0 分（满分 10 分）",
        "等得太久\n没人说明",
    ] {
        assert!(said.contains(line), "{line} in {said}");
    }
    assert!(!said.contains("反应度") && !said.contains("总体"), "{said}");
    let nothing = text(&answered_survey(&SurveyAnswer::empty(SurveyWay::Form), &facts, &head));
    assert!(!nothing.contains("信赖度") && !nothing.contains("客户的话"), "{nothing}");
}
