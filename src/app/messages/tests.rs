use super::*;

fn facts() -> MessageFacts {
    let s = |text: &str| text.to_owned();
    MessageFacts {
        customer: s("王秀兰"),
        number: s("K3V-0001"),
        item: s("洗衣机"),
        visit: s("11月24日 09:00–10:00"),
        told: s("两天内"),
        ready_by: s("11月28日"),
        maintenance: s("2027年5月28日"),
        shop: s("街角维修"),
        phone: s("021-0155 0188"),
    }
}

#[test]
fn built_in_texts_are_filled_in_every_language() {
    for lang in Lang::ALL {
        for moment in MessageMoment::ALL {
            let template = built_in(moment, lang);
            assert_eq!(check_template(&template), Ok(()), "{template}");
            assert!(!template.contains(['[', ']']), "{template}");
            let all = message(&MessageTemplates::default(), moment, lang, &facts());
            for word in ["王秀兰", "洗衣机", "街角维修", "021-0155 0188"] {
                assert!(all.contains(word), "{lang:?} {moment:?}: {all}");
            }
            assert!(!all.contains(['{', '}']), "{all}");
            let few = MessageFacts {
                number: "K3V-0001".to_owned(),
                item: "洗衣机".to_owned(),
                ..MessageFacts::default()
            };
            let few = message(&MessageTemplates::default(), moment, lang, &few);
            for wrong in ["{", "（）", "()", "  ", ": \n", "：\n"] {
                assert!(!few.contains(wrong), "{wrong:?} in {few}");
            }
        }
    }
    let receipt = message(&MessageTemplates::default(), MessageMoment::Receipt, Lang::ZhCn, &facts());
    assert_eq!(
        receipt,
        "王秀兰，您好！\n您的服务单 K3V-0001（洗衣机）已受理。\n预计：两天内\n街角维修\n电话：021-0155 0188"
    );
}

#[test]
fn the_shops_own_words_come_first() {
    let own = MessageTemplates::default().with(
        MessageMoment::Done,
        Lang::ZhCn,
        "{客户}，{ 单号 } 好了！\n{maintenance}\n{Shop phone}".to_owned(),
    );
    let facts = MessageFacts { maintenance: " ".to_owned(), ..facts() };
    let text = message(&own, MessageMoment::Done, Lang::ZhCn, &facts);
    assert_eq!(text, "王秀兰，K3V-0001 好了！\n021-0155 0188", "in whichever language a place is named");
    assert!(message(&own, MessageMoment::Done, Lang::En, &facts).starts_with("Dear"));
    assert_eq!(own.with(MessageMoment::Done, Lang::ZhCn, String::new()), MessageTemplates::default());
}

#[test]
fn what_cannot_be_filled_in_is_told() {
    for (text, error) in [
        ("{客人}好", TemplateError::Unknown("客人".to_owned())),
        ("ok\n{}", TemplateError::Unknown(String::new())),
        ("{customer", TemplateError::Brace),
        ("customer}", TemplateError::Brace),
        ("{{customer}}", TemplateError::Brace),
        ("}{", TemplateError::Brace),
    ] {
        assert_eq!(check_template(text), Err(error), "{text}");
        assert_eq!(
            fill(text.lines().last().unwrap_or_default(), &facts()),
            text.lines().last().unwrap_or_default()
        );
    }
    for lang in Lang::ALL {
        assert_eq!(check_template(&placeholder_names(lang)), Ok(()));
    }
}

#[test]
fn addresses_carry_every_sign() {
    assert_eq!(encoded("a b&c=?#%\n王"), "a%20b%26c%3D%3F%23%25%0D%0A%E7%8E%8B");
    assert_eq!(encoded("a\r\nb"), "a%0D%0Ab");
    assert_eq!(
        mail_link("a+b@c.example", "K3V & 1", "x\ny"),
        "mailto:a%2Bb@c.example?subject=K3V%20%26%201&body=x%0D%0Ay"
    );
    assert_eq!(mail_link("", "s", "t"), "mailto:?subject=s&body=t");
    assert_eq!(sms_link("+86 138-0000 1234", "你好"), "sms:+8613800001234?body=%E4%BD%A0%E5%A5%BD");
    assert_eq!(sms_link("（０２）2345-6789#12", "a"), "sms:0223456789?body=a");
    assert!(!mail_link("a@b?bcc=x@y", "", "&cc=z").contains("cc=x@"), "nothing typed adds a receiver");
}
