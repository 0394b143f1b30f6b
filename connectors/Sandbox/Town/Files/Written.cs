using System.Globalization;
using IntegrationHub.Connectors.Sandbox.Town.Systems;

namespace IntegrationHub.Connectors.Sandbox.Town.Files;

/// <summary>How the systems write dates, phones and addresses.</summary>
internal static class Written
{
    /// <summary>Day first; a date of which only the year is known becomes the first of January, as most software insists on a day.</summary>
    public static string French(CivilDay? date) => date is { } day
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, day.Day):D2}/{Math.Max(1, day.Month):D2}/{day.Year:D4}") : "";

    /// <summary>Year first; unknown parts are 00, as in FranceConnect.</summary>
    public static string Iso(CivilDay? date) => date is { } day ? string.Create(CultureInfo.InvariantCulture, $"{day.Year:D4}-{day.Month:D2}-{day.Day:D2}") : "";

    public static string At(DateTime instant, string format) => instant.ToString(format, CultureInfo.InvariantCulture);

    /// <param name="phone">Ten digits or nothing.</param>
    public static string Phone(string phone, ulong style)
    {
        if (phone.Length != 10)
        {
            return phone;
        }

        var pairs = Enumerable.Range(0, 5).Select(pair => phone.Substring(pair * 2, 2));
        return (int)((style >> 8) % 10) switch
        {
            < 4 => phone,
            < 7 => string.Join(' ', pairs),
            < 8 => string.Join('.', pairs),
            < 9 => "+33" + phone[1..],
            _ => "0033 " + phone[1] + " " + string.Join(' ', pairs.Skip(1)),
        };
    }

    public static bool IsMobile(string phone) => phone.StartsWith("06", StringComparison.Ordinal) || phone.StartsWith("07", StringComparison.Ordinal);

    /// <summary>Number and street on one line.</summary>
    public static string Line(Statement said, ulong style) => said.Street.Length == 0 ? "" : said.Number.Length == 0 ? said.Street
        : said.Number + ((style >> 16) % 3 == 0 ? ", " : " ") + said.Street;

    public static string Civility(Statement said) => said.Sex switch { 'M' => "M.", 'F' => "Mme", _ => "" };
}
