namespace IntegrationHub.Mappings.Engine.Functions.Dates;

internal static class DateFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "date",
        Summary = "A civil date, whole or partial, from ISO, French or compact writing; 00 for an unknown month or day.",
        Gives = ValueKind.Date,
        Parameters =
        [
            new("order", "Order of day, month and year where the year is not first; dmy by default.", Words: ["dmy", "mdy", "ymd"]),
            DateRules.Century,
            DateRules.Span,
        ],
        Examples =
        [
            new("date", "1954-03-21", "1954-03-21"),
            new("date", "21/03/1954 00:00:00", "1954-03-21"),
            new("date", "19540321", "1954-03-21"),
            new("date", "21031954", "1954-03-21"),
            new("date", "00/00/1954", "1954"),
            new("date", "1977-03-00", "1977-03"),
            new("date", "12 mars 1954", "1954-03-12"),
            new("date", "1er août 1971", "1971-08-01"),
            new("date", "lundi 12 mars 1956", "1956-03-12"),
            new("date", "Mar 12, 1956", "1956-03-12"),
            new("date", "1956 mars 12", "1956-03-12"),
            new("date", "12 mars 1956 environ", null, "date.unreadable"),
            new("date", "mardi 12 1956", null, "date.unreadable"),
            new("date", "12/03/54", "1954-03-12"),
            new("date", "12/03/20", "2020-03-12", "date.century-assumed"),
            new("date(century=1900)", "12/03/20", "1920-03-12"),
            new("date(mdy)", "03/21/1954", "1954-03-21"),
            new("date", "1977-00-03", "1977", "date.day-without-month"),
            new("date", "31/02/1980", null, "date.impossible"),
            new("date", "01/01/2099", null, "date.future"),
            new("date", "-12/03/1954", null, "date.unreadable"),
            new("date", "00000000", null, "date.empty"),
            new("date", "01/01/1900", null, "date.placeholder"),
            new("date", "12/03/1754", null, "date.too-old"),
        ],
        Bind = static args =>
        {
            var (order, century, any) = (args.Text("order", ""), args.Text("century", "past"), args.Text("span") == "any");
            return (input, attempt) => DateRules.Check(DateText.Read((string)input, order), attempt, century, any);
        },
    };
}
