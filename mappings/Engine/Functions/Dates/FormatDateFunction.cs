using System.Globalization;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mappings.Engine.Functions.Dates;

internal static class FormatDateFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "format-date",
        Summary = "Writes a date for a target system that asks for a form of its own; the unknown parts of a partial date are 00.",
        Takes = ValueKind.Text | ValueKind.Date,
        Parameters =
        [
            new("form", "dd/MM/yyyy, yyyyMMdd or yyyy-MM-dd.", Required: true, "dd/MM/yyyy", "yyyyMMdd", "yyyy-MM-dd"),
            new("partial", "write (by default) fills with 00; refuse gives nothing.", Words: ["write", "refuse"]),
        ],
        Examples =
        [
            new("format-date(dd/MM/yyyy)", "1954-03-21", "21/03/1954"),
            new("format-date(yyyyMMdd)", "1954", "19540000"),
            new("format-date(yyyy-MM-dd, partial=refuse)", "1954", null, "date.partial"),
            new("format-date(yyyyMMdd)", "le 12", null, "date.unreadable"),
        ],
        Bind = static args =>
        {
            var (form, refuse) = (args.Text("form", "yyyy-MM-dd"), args.Text("partial") == "refuse");
            return (input, attempt) => (input as PartialDate? ?? PartialDate.Parse(input as string)) is not { } date ? attempt.Fail("date.unreadable")
                : refuse && date.Day is null ? attempt.Fail("date.partial")
                : form.Replace("yyyy", date.Year.ToString("D4", CultureInfo.InvariantCulture), StringComparison.Ordinal)
                    .Replace("MM", (date.Month ?? 0).ToString("D2", CultureInfo.InvariantCulture), StringComparison.Ordinal)
                    .Replace("dd", (date.Day ?? 0).ToString("D2", CultureInfo.InvariantCulture), StringComparison.Ordinal);
        },
    };
}
