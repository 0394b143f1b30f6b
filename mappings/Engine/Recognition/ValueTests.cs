using IntegrationHub.Mappings.Engine.Functions;
using IntegrationHub.Mappings.Engine.Places;
using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Mappings.Engine.Recognition;

/// <summary>What the values of a column say of it.</summary>
internal static class ValueTests
{
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

    /// <summary>Whether many dates are readable but too far back for somebody alive.</summary>
    public static bool AreOld(ColumnSample column)
    {
        var order = DateOrder(column);
        var how = string.IsNullOrEmpty(order) ? "" : $"order={order}, ";
        return column.Share(Reads(how.Length == 0 ? "date" : $"date(order={order})")) < 0.9 * column.Share(Reads($"date({how}span=any)"));
    }

    public static bool IsEmail(ColumnSample column) => column.Share(Reads("email")) >= 0.7;

    public static bool IsPhone(ColumnSample column) => column.Share(v => v.Count(char.IsAsciiDigit) is >= 6 and <= 15 && !v.Any(char.IsLetter)) >= 0.5;

    public static bool IsNir(ColumnSample column) => column.Values.Count > 0 && column.Share(NirShape.Is) >= 0.3;

    public static bool HasTwoWords(ColumnSample column) => column.Share(v => v.Contains(' ', StringComparison.Ordinal)) >= 0.8;

    /// <summary>True when post codes or cities of the sample are French.</summary>
    public static bool IsFrench(ColumnSample? postCode, ColumnSample? city) => postCode is { Values.Count: > 0 }
        ? postCode.Share(v => CommuneTable.France.ByPostCode(v.PadLeft(5, '0')).Count > 0 && (v.Length == 5 || postCode.Share(o => o.Length == 5) > 0.5)) >= 0.5
        : city is null || city.Values.Count == 0 || city.Share(v => CommuneTable.France.Find(v, null, out var several) is not null || several) >= 0.5;

    public static Func<string, bool> Reads(string call)
    {
        var text = Compiling.PipeText.Call(call)!;
        var function = FunctionCatalogue.ByName[text.Name];
        var step = function.Bind(new Arguments(text.Arguments.ToDictionary(a => a.Name ?? "", a => a.Value), static _ => null, static _ => { }));
        return value => step(value, new Attempt(LateEnough)) is not null;
    }
}
