using System.Globalization;

namespace IntegrationHub.Mappings.Engine.Functions.Dates;

internal static class DatePartsFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "date-parts",
        Summary = "A civil date from three columns: year, month, day; a blank or zero month or day is unknown.",
        Takes = ValueKind.Columns,
        Gives = ValueKind.Date,
        Parameters = [DateRules.Century, DateRules.Span],
        Examples =
        [
            new("date-parts", ["1949", "7", "22"], "1949-07-22"),
            new("date-parts", ["1954", null, null], "1954"),
            new("date-parts", ["1949", "2", "30"], null, "date.impossible"),
            new("date-parts", [null, "2", "3"], null, "date.no-year"),
            new("date-parts", ["1949", "juin?", "3"], null, "date.unreadable"),
        ],
        Bind = static args =>
        {
            var (century, any) = (args.Text("century", "past"), args.Text("span") == "any");
            return (input, attempt) =>
            {
                var parts = (string?[])input;
                if (Array.TrueForAll(parts, p => p is null))
                {
                    return null;
                }

                var (y, m, d) = (Part(parts, 0), Part(parts, 1), Part(parts, 2));
                return DateRules.Check(y < 0 || m < 0 || d < 0 ? null : (y, m, d, parts[0]?.Length == 2), attempt, century, any);
            };
        },
    };

    private static int Part(string?[] parts, int at) =>
        at >= parts.Length || parts[at] is not { } text ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
