//! What a column says, guessed from its header.

use super::column::{Column, SheetKind};
use super::mapping::Mapping;
use super::table::Table;
use crate::domain::lang::Lang;
use crate::domain::text::fold_for_search;
use crate::i18n::sheet_words::column_name;
use crate::i18n::texts;
use std::collections::HashSet;

/// Words of headers, in small letters and without the spaces that they may have. The first that stands in a header counts, and
/// one that is the whole header before all others.
const WORDS: &[(Column, &str)] = &[
    (
        Column::Case,
        "caseid case:concept:name case traceid 案例 案件 工单号 工單號 单号 單號 工单 工單 服务单 \
         服務單",
    ),
    (
        Column::Activity,
        "activity concept:name event action task step 活动 活動 动作 動作 步骤 步驟 事项 事項 \
         操作 环节 環節 节点 節點 工序",
    ),
    (Column::Time, "timestamp time:timestamp datetime time completetime when 时间 時間 日期 date"),
    (
        Column::Number,
        "casenumber caseno ticketnumber ticketno ordernumber orderno ticket number no. 工单编号 \
         工單編號 工单号 工單號 单号 單號 编号 編號 订单号 訂單號 受理号 工单 工單",
    ),
    (Column::Mobile, "mobile cellphone cell 手机号码 手机号 手机 手機號碼 手機 行動電話 移动电话"),
    (Column::Wechat, "wechat weixin 微信号 微信"),
    (Column::Line, "lineid line"),
    (Column::Email, "email e-mail mail 电子邮件 电子邮箱 邮箱 電子郵件 電郵 信箱"),
    (Column::Phone, "phone telephone tel 联系电话 联系方式 电话号码 电话 座机 聯絡電話 電話號碼 電話 市話"),
    (
        Column::Person,
        "person contactperson contact resource org:resource performedby performer operator user \
         staff 联系人 聯絡人 窗口 经办人 經辦人 操作人 执行人 執行人 人员 人員",
    ),
    (
        Column::Company,
        "company organisation organization firm 公司名称 公司 单位 单位名称 公司名稱 單位 企业 \
         企業",
    ),
    (
        Column::Name,
        "customername customer clientname client fullname name 客户姓名 客户名称 客户 顾客 姓名 \
         名称 称呼 客戶姓名 客戶名稱 客戶 顧客 名稱 稱呼",
    ),
    (Column::Serial, "serialnumber serialno serial imei 序列号 序號 机身号 機身號 车牌 車牌"),
    (Column::Model, "model 型号 型號"),
    (Column::Brand, "brand maker manufacturer make 品牌"),
    (Column::Asset, "device asset product item equipment 设备 产品 机器 物品 車輛 车辆 設備 產品 裝置"),
    (
        Column::Description,
        "description problem issue request title subject fault 问题描述 问题 故障现象 故障描述 \
         故障 需求 内容 主题 描述 事由 問題描述 問題 故障現象 內容 主題 服务内容",
    ),
    (Column::Stage, "stage 阶段 階段 环节 環節 进度 進度"),
    (Column::Process, "process workflow servicetype 流程 服务类型 服務類型"),
    (Column::Status, "status state 状态 狀態"),
    (Column::Urgency, "urgency priority 紧急程度 优先级 緊急程度 優先順序 緊急 紧急"),
    (Column::Channel, "channel source 来源 渠道 來源 管道"),
    (
        Column::Assignee,
        "assignee assignedto technician engineer owner 负责人 师傅 工程师 負責人 師傅 工程師 \
         維修人員 维修人员",
    ),
    (Column::Due, "duedate due deadline promised 约定完成 截止 预计完成 應完成 預計完成 約定完成 期限"),
    (
        Column::Closed,
        "closedon closed finished completedon completed 完成时间 完成日期 结案 完工 完成時間 結案",
    ),
    (
        Column::Opened,
        "openedon opened createdon created receivedon received reported date 受理时间 受理日期 \
         登记时间 登记日期 报修时间 报修日期 接单 开单 建立日期 受理時間 登記 報修 日期 时间 時間",
    ),
    (Column::Told, "told 答复 告知 答覆"),
    (Column::Address, "address street city 地址 住址 城市"),
    (Column::Tags, "tags tag labels group 标签 分类 分组 標籤 分類 群組 类别"),
    (Column::Note, "note remark comment 备注 备忘 说明 備註 附註 說明"),
];

/// What each column says. What is not known goes into the note, so that nothing is lost.
pub(super) fn guess(kind: SheetKind, headers: &[String]) -> Vec<Option<Column>> {
    let plain: Vec<String> = headers.iter().map(|header| plain(header)).collect();
    let mut found = vec![None; headers.len()];
    // What our own tables call their columns, then whole headers, then parts of them.
    for fits in [is_ours, is_called, has_within] {
        for (at, header) in plain.iter().enumerate().filter(|(_, header)| !header.is_empty()) {
            if found[at].is_some() {
                continue;
            }
            let free = |column: &Column| column.is_repeatable() || !found.contains(&Some(*column));
            let mut columns =
                WORDS.iter().filter(|(column, _)| kind.columns().contains(column) && free(column));
            found[at] =
                columns.find(|(column, words)| fits(kind, *column, words, header)).map(|(column, _)| *column);
        }
    }
    found.into_iter().map(|column| column.or(Some(Column::Note))).collect()
}

/// What the rows of a table most likely are.
#[must_use]
pub fn likely_kind(table: &Table) -> SheetKind {
    let [cases, events] = [SheetKind::Cases, SheetKind::Events].map(|kind| Mapping::guess(kind, table));
    let repeats = || {
        let mut seen = HashSet::new();
        let at = events.places(Column::Case).next();
        at.is_some_and(|at| !table.column(at).all(|cell| seen.insert(cell)))
    };
    // A list of cases has a row for each.
    if events.check().is_ok() && (cases.check().is_err() || repeats()) {
        return SheetKind::Events;
    }
    let of_a_case = [Column::Number, Column::Description, Column::Status, Column::Opened, Column::Due];
    let is_case = cases.columns.iter().flatten().any(|column| of_a_case.contains(column));
    if is_case { SheetKind::Cases } else { SheetKind::Customers }
}

/// Whether a header says by itself that a note stands under it.
pub(super) fn is_note(kind: SheetKind, header: &str) -> bool {
    let header = plain(header);
    let mut of_notes = WORDS.iter().filter(|(column, _)| *column == Column::Note);
    of_notes
        .any(|(column, words)| [is_ours, is_called].iter().any(|fits| fits(kind, *column, words, &header)))
}

fn plain(header: &str) -> String {
    fold_for_search(header).chars().filter(|c| !c.is_whitespace() && !"_()[]".contains(*c)).collect()
}

fn is_ours(kind: SheetKind, column: Column, _: &str, header: &str) -> bool {
    let ours = |lang: &Lang| plain(column_name(texts(*lang), kind, column)) == header;
    column.name() == header || Lang::ALL.iter().any(ours)
}

fn is_called(_: SheetKind, _: Column, words: &str, header: &str) -> bool {
    words.split_whitespace().any(|word| word == header)
}

/// Words of three letters and fewer are too short to be looked for within others.
fn has_within(_: SheetKind, _: Column, words: &str, header: &str) -> bool {
    words.split_whitespace().any(|word| (!word.is_ascii() || word.len() > 3) && header.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(kind: SheetKind, headers: &str) -> String {
        let headers: Vec<String> = headers.split(',').map(str::to_owned).collect();
        let names = guess(kind, &headers).into_iter().map(|column| column.map_or("-", Column::name));
        names.collect::<Vec<_>>().join(",")
    }

    #[test]
    fn headers_say_what_stands_under_them() {
        for (kind, headers, columns) in [
            (SheetKind::Customers, "Name,Phone,Email,Address", "name,phone,email,address"),
            (SheetKind::Customers, "客户姓名,手机号,微信,地址,备注", "name,mobile,wechat,address,note"),
            (SheetKind::Customers, "公司名稱,聯絡人,電話,LINE ID,統編", "company,person,phone,line,note"),
            (SheetKind::Customers, "电话1,电话2,姓名", "phone,phone,name"),
            (SheetKind::Customers, "First Name,Shoe size,Home Phone", "name,note,phone"),
            (
                SheetKind::Cases,
                "工单号,客户,联系电话,故障现象,状态,受理日期,完成日期",
                "number,name,phone,description,status,opened,closed",
            ),
            (
                SheetKind::Cases,
                "Ticket no,Customer,Problem,Device,Serial number,Technician,Created,Due date",
                "number,name,description,asset,serial,assignee,opened,due",
            ),
            (SheetKind::Events, "case,activity,time,person", "case,activity,time,person"),
            (SheetKind::Events, "Case ID,Activity,Timestamp,Resource,cost", "case,activity,time,person,note"),
            (
                SheetKind::Events,
                "case:concept:name,concept:name,time:timestamp,org:resource,lifecycle:transition",
                "case,activity,time,person,note",
            ),
            (SheetKind::Events, "工单号,操作,时间,操作人,备注", "case,activity,time,person,note"),
            (SheetKind::Events, "工單,環節,時間,人員,設備", "case,activity,time,person,note"),
            (SheetKind::Cases, "工单,工单类型,事由,环节", "number,note,description,stage"),
        ] {
            assert_eq!(guessed(kind, headers), columns, "{headers}");
        }
    }

    #[test]
    fn rows_are_most_likely() {
        for (kind, rows) in [
            (
                SheetKind::Events,
                "工单,环节,时间,人员,设备\nR-1,登记,2026-10-05,王,锅\nR-1,检测,2026-10-06,李,锅",
            ),
            (SheetKind::Events, "Case ID,Activity,Timestamp\n1,Register,2026-10-05"),
            (SheetKind::Events, "单号,故障描述,操作,时间\n1,响,登记,2026-10-05\n1,响,结单,2026-10-06"),
            (SheetKind::Cases, "单号,故障描述,环节,时间\n1,响,登记,2026-10-05\n2,响,结单,2026-10-06"),
            (SheetKind::Cases, "Ticket,Problem,Action,Date\n1,Noise,Call,2026-10-05"),
            (SheetKind::Cases, "工单,客户,环节\n1,王,登记"),
            (SheetKind::Customers, "姓名,电话,地址\n王,13800000000,槐树街"),
            (SheetKind::Customers, "Name,Shoe size\nMay,38"),
        ] {
            let table = Table::parse(rows, None).expect("a table");
            assert_eq!(likely_kind(&table), kind, "{rows}");
        }
    }

    #[test]
    fn the_headers_of_our_own_tables_are_understood_in_every_language() {
        for kind in SheetKind::ALL {
            for lang in Lang::ALL {
                let header = |column: &Column| column_name(texts(lang), kind, *column).to_owned();
                let headers: Vec<String> = kind.columns().iter().map(header).collect();
                let expected: Vec<_> = kind.columns().iter().copied().map(Some).collect();
                assert_eq!(guess(kind, &headers), expected, "{headers:?}");
            }
        }
    }
}
