use crate::domain::lang::Lang;

/// An amount as a Chinese receipt writes it out, so that it cannot be altered: `壹仟贰佰叁拾元整`.
/// It is given in hundredths. English has no such custom.
#[must_use]
pub fn amount_in_capitals(lang: Lang, hundredths: u64) -> Option<String> {
    let (digits, myriad, hundred_million) = match lang {
        Lang::ZhCn => ("零壹贰叁肆伍陆柒捌玖", "万", "亿"),
        Lang::ZhTw => ("零壹貳參肆伍陸柒捌玖", "萬", "億"),
        Lang::En => return None,
    };
    let digit = |value: u64| digits.chars().nth(usize::try_from(value % 10).unwrap_or(0)).unwrap_or('零');
    let (whole, tens, ones) = (hundredths / 100, hundredths / 10 % 10, hundredths % 10);
    if whole >= 1_000_000_000_000 {
        return None;
    }
    let mut words = String::new();
    let mut skipped = false;
    for (unit, name) in [(100_000_000, hundred_million), (10_000, myriad), (1, "")] {
        let group = whole / unit % 10_000;
        for (place, name) in [(1_000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
            let value = group / place % 10;
            if value == 0 {
                skipped = !words.is_empty();
                continue;
            }
            if skipped {
                words.push('零');
                skipped = false;
            }
            words.push(digit(value));
            words.push_str(name);
        }
        if group > 0 {
            words.push_str(name);
        }
    }
    if whole > 0 || hundredths == 0 {
        if whole == 0 {
            words.push('零');
        }
        words.push('元');
    }
    if tens > 0 {
        words.extend([digit(tens), '角']);
    } else if ones > 0 && whole > 0 {
        words.push('零');
    }
    if ones > 0 {
        words.extend([digit(ones), '分']);
    } else {
        words.push('整');
    }
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_out() {
        for (hundredths, words) in [
            (0, "零元整"),
            (5, "伍分"),
            (50, "伍角整"),
            (100, "壹元整"),
            (1_005, "壹拾元零伍分"),
            (1_050, "壹拾元伍角整"),
            (10_500, "壹佰零伍元整"),
            (123_000, "壹仟贰佰叁拾元整"),
            (128_056, "壹仟贰佰捌拾元伍角陆分"),
            (100_010_000, "壹佰万零壹佰元整"),
            (1_000_100, "壹万零壹元整"),
            (10_000_000, "壹拾万元整"),
            (1_002_000_300, "壹仟零贰万零叁元整"),
            (10_000_000_000_001, "壹仟亿元零壹分"),
        ] {
            assert_eq!(amount_in_capitals(Lang::ZhCn, hundredths).as_deref(), Some(words), "{hundredths}");
        }
        assert_eq!(amount_in_capitals(Lang::ZhTw, 2_360_000).as_deref(), Some("貳萬參仟陸佰元整"));
        assert_eq!(amount_in_capitals(Lang::En, 100), None);
        assert_eq!(amount_in_capitals(Lang::ZhCn, u64::MAX), None, "beyond what is written out");
    }
}
