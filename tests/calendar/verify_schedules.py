"""Checks the built-in calendars against two public packages, day by day.

    verify_schedules.py PROGRAM

PROGRAM is the compiled example `calendar`. Mainland China is compared with `chinesecalendar`, over
all the years from 2024 on that both know; Taiwan and Hong Kong with `holidays`, over the built-in years.
"""

import datetime
import json
import subprocess
import sys

import chinese_calendar
import holidays

DAY = datetime.timedelta(days=1)


def builtin(program, region):
    """The built-in calendar: its special days by date."""
    shown = subprocess.run([program, "show", "--builtin", region], check=True, capture_output=True).stdout
    calendar = json.loads(shown)
    assert [bool(day) for day in calendar["hours"]] == [True] * 5 + [False] * 2, "Monday to Friday"
    return {datetime.date.fromisoformat(date): day for date, day in calendar["days"].items()}


def works(days, date):
    """Whether the calendar works on a day."""
    special = days.get(date)
    return special["kind"] == "make_up" if special else date.weekday() < 5


def compare(region, days, years, expected, skip=lambda date: False):
    """Compares day by day; the number of days that differ."""
    wrong, count = 0, 0
    for year in years:
        date = datetime.date(year, 1, 1)
        while date.year == year:
            if not skip(date):
                count += 1
                if works(days, date) != expected(date):
                    wrong += 1
                    print(f"{region} {date}: {'worked' if works(days, date) else 'free'} here, not there")
            date += DAY
    print(f"{region}: {count} days of {min(years)} to {max(years)} compared, {wrong} differ")
    return wrong + (count == 0)


def main(program):
    china = builtin(program, "CN")
    known = max(chinese_calendar.constants.holidays).year
    years = [year for year in sorted({date.year for date in china}) if 2024 <= year <= known]
    wrong = compare("CN", china, years, chinese_calendar.is_workday)

    # The weekday that a make-up day is worked like is that of the day off which it makes up for, in order.
    for name in set(chinese_calendar.constants.workdays.values()):
        for year in years:
            of = lambda table: [date for date, held in sorted(table.items()) if (held, date.year) == (name, year)]
            worked, free = of(chinese_calendar.constants.workdays), of(chinese_calendar.constants.in_lieu_days)
            for date, lieu in zip(worked, free, strict=True):
                if china[date].get("like") != lieu.strftime("%A").lower():
                    wrong += 1
                    print(f"CN {date}: like {china[date].get('like')}, not like that of {lieu}")

    taiwan = builtin(program, "TW")
    years = sorted({date.year for date in taiwan})
    theirs = holidays.country_holidays("TW", years=years)
    wrong += compare("TW", taiwan, years, theirs.is_working_day)

    hong_kong = builtin(program, "HK")
    years = sorted({date.year for date in hong_kong})
    general = holidays.country_holidays("HK", years=years, categories=("public", "optional"))
    wrong += compare("HK", hong_kong, years, lambda date: date.weekday() < 5 and date not in general)
    # On Saturdays both kinds of days are free with these hours, so the dates themselves are compared, too.
    saturdays = lambda dates: {date for date in dates if date.weekday() == 5}
    if saturdays(hong_kong) != saturdays(general):
        wrong += 1
        print(f"HK: Saturdays differ: {sorted(saturdays(hong_kong) ^ saturdays(general))}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
