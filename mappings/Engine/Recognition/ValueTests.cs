using IntegrationHub.Mappings.Engine.Functions;
using IntegrationHub.Mappings.Engine.Functions.Names;
using IntegrationHub.Mappings.Engine.Functions.Places;
using IntegrationHub.Mappings.Engine.Places;
using IntegrationHub.Mappings.Engine.Running;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mappings.Engine.Recognition;

/// <summary>What the values of a column say of it. Shares are from 0 to 1 of the values that are not blank.</summary>
internal static class ValueTests
{
    /// <summary>Rows that one person or household has in a file at most, on average.</summary>
    private const int MostOfOne = 40;

    /// <summary>A sample is never from the future; dates are judged by a day late enough for all.</summary>
    private static readonly DateTimeOffset LateEnough = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writing a date column is read with: "" for ISO and French ones, mdy or ymd; null when most values are no dates.</summary>
    public static string? DateOrder(ColumnSample column)
    {
        var best = ((string[])["", "mdy", "ymd"])
            .Select(order => (Order: order, Share: column.Share(Reads($"date({(order.Length == 0 ? "" : $"order={order}, ")}span=any)"))))
            .MaxBy(o => o.Share);
        return best.Share >= 0.5 ? best.Order : null;
    }

    /// <summary>Whether many dates are readable but too far back for somebody alive on a day.</summary>
    public static bool AreOld(ColumnSample column, DateTimeOffset today)
    {
        var order = DateOrder(column);
        var how = string.IsNullOrEmpty(order) ? "" : $"order={order}, ";
        return column.Share(Reads(how.Length == 0 ? "date" : $"date(order={order})", today)) < 0.9 * column.Share(Reads($"date({how}span=any)"));
    }

    /// <summary>Years between the tenth and the ninetieth of a hundred whole dates; 0 where one value in ten is none.</summary>
    public static int YearsApart(ColumnSample column)
    {
        if (column.Share(v => v.Length >= 8) < 0.9 || DateOrder(column) is not { } order)
        {
            return 0;
        }

        var read = Step($"date({(order.Length == 0 ? "" : $"order={order}, ")}span=any)", LateEnough);
        var years = column.Values.Select(v => read(v) as PartialDate?).Where(d => d is not null).Select(d => d!.Value.Year).Order().ToList();
        return years.Count < 0.9 * column.Values.Count ? 0 : years[years.Count * 9 / 10] - years[years.Count / 10];
    }

    public static bool IsEmail(ColumnSample column) => column.Share(Reads("email")) >= 0.7;

    public static bool IsPhone(ColumnSample column) => column.Share(v => v.Count(char.IsAsciiDigit) is >= 6 and <= 15 && !v.Any(char.IsLetter)) >= 0.5;

    /// <summary>"Passport: yes" names nobody, nor does a number that half the town bears.</summary>
    public static bool TellPeopleApart(ColumnSample column) =>
        column.Share(v => v.Any(char.IsAsciiDigit)) >= 0.5 && column.Values.Count <= MostOfOne * column.Values.Distinct(StringComparer.Ordinal).Count();

    /// <summary>Numbers of the French plan or with a country's code: those that no other number looks like.</summary>
    /// <remarks>References filled up with zeros are read as phones too, but have neither signs between their digits nor mobile numbers among them.</remarks>
    public static bool IsTypedPhone(ColumnSample column) => column.Share(v => v[0] is '0' or '+') >= 0.8
        && column.Share(v => v.StartsWith("06", StringComparison.Ordinal) || v.StartsWith("07", StringComparison.Ordinal) || !v.All(char.IsAsciiDigit)) >= 0.05
        && column.Share(Reads("phone")) >= 0.8;

    /// <summary>"12", "12 bis", "12-14", "3B".</summary>
    public static bool AreHouseNumbers(ColumnSample column) =>
        column.Share(v => v.Length <= 10 && char.IsAsciiDigit(v[0]) && v.Count(char.IsAsciiDigit) <= 5 && (v.Count(char.IsLetter) <= 3 || v.EndsWith("quater", StringComparison.OrdinalIgnoreCase))) >= 0.7;

    /// <summary>Words with a number before them.</summary>
    public static bool AreLines(ColumnSample column) => column.Share(v => v.Count(char.IsLetter) > 3) >= 0.5;

    public static bool IsNir(ColumnSample column) => column.Values.Count > 0 && column.Share(NirShape.Is) >= 0.3;

    /// <summary>Letters or words for both sexes and hardly anything else; digits may be any code.</summary>
    public static bool IsOfBothSexes(ColumnSample column)
    {
        var seen = column.Values.Select(v => char.IsAsciiDigit(v[0]) ? null : SexFunction.Of(v) as Sex?).ToList();
        return seen.Contains(Sex.Male) && seen.Contains(Sex.Female) && seen.Count(s => s is not null) >= 0.95 * seen.Count;
    }

    public static bool HasTwoWords(ColumnSample column) => column.Share(v => v.Contains(' ', StringComparison.Ordinal)) >= 0.8;

    /// <summary>Words without digits and signs, as names are.</summary>
    public static bool AreWords(ColumnSample column) => column.Share(v => v.Length is > 1 and < 60 && !v.Any(c => char.IsAsciiDigit(c) || c is '@' or '/' or ':' or '_')) >= 0.95;

    /// <summary>Share of the values whose first or last word is a usual given name.</summary>
    public static double GivenNames(ColumnSample column, bool last) => column.Share(v => NameWords.IsGivenName(last ? v[(v.LastIndexOf(' ') + 1)..] : v));

    /// <summary>Distinct values by value.</summary>
    public static double Distinct(ColumnSample column) => (double)column.Values.Distinct(StringComparer.OrdinalIgnoreCase).Count() / column.Values.Count;

    /// <summary>Share of French postal codes; 0 where codes of communes are meant, or anything else.</summary>
    public static double PostCodes(ColumnSample column)
    {
        var share = column.Share(v => v.Length == 5 && CommuneTable.France.ByPostCode(v).Count > 0);
        return share >= 0.9 && share > column.Share(v => CommuneCode.Read(v) is { } code && CommuneTable.France.Knows(code)) ? share : 0;
    }

    /// <summary>Share of names of French communes.</summary>
    public static double Communes(ColumnSample column) => column.Share(v => char.IsLetter(v[0]) && (CommuneTable.France.Find(v, null, out var several) is not null || several));

    /// <summary>Share of lines with a house number or a kind of street at their head.</summary>
    public static double StreetLines(ColumnSample column) => column.Share(v => v.Count(char.IsLetter) > 3 && StreetLine.Of(v) is not null);

    /// <summary>True when post codes or cities of the sample are French.</summary>
    public static bool IsFrench(ColumnSample? postCode, ColumnSample? city) => postCode is { Values.Count: > 0 }
        ? postCode.Share(v => CommuneTable.France.ByPostCode(v.PadLeft(5, '0')).Count > 0 && (v.Length == 5 || postCode.Share(o => o.Length == 5) > 0.5)) >= 0.5
        : city is null || city.Values.Count == 0 || city.Share(v => CommuneTable.France.Find(v, null, out var several) is not null || several) >= 0.5;

    public static Func<string, bool> Reads(string call) => Reads(call, LateEnough);

    private static Func<string, bool> Reads(string call, DateTimeOffset received)
    {
        var step = Step(call, received);
        return value => step(value) is not null;
    }

    private static Func<string, object?> Step(string call, DateTimeOffset received)
    {
        var text = Compiling.PipeText.Call(call)!;
        var function = FunctionCatalogue.ByName[text.Name];
        var step = function.Bind(new Arguments(text.Arguments.ToDictionary(a => a.Name ?? "", a => a.Value), static _ => null, static _ => { }));
        return value => step(value, new Attempt(received));
    }
}
