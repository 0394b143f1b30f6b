using System.Globalization;
using System.Text.Json.Serialization;

namespace IntegrationHub.Connectors.Sql.Reading;

/// <summary>A value of a cursor or key column, kept in the checkpoint with its type so that it goes back as the parameter it came from.</summary>
/// <param name="Kind"><c>i</c> whole number, <c>d</c> decimal, <c>f</c> float, <c>t</c> date and time (UTC or without zone), <c>o</c> with offset, <c>y</c> day, <c>s</c> text, <c>g</c> guid, <c>b</c> bytes.</param>
internal sealed record SqlPoint([property: JsonPropertyName("k")] char Kind, [property: JsonPropertyName("v")] string Value)
{
    private const DateTimeStyles Round = DateTimeStyles.RoundtripKind;

    /// <exception cref="SqlRefusedException">The column's type has no order the hub knows.</exception>
    public static SqlPoint Of(object value) => value switch
    {
        long or int or short or byte => new('i', Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)),
        decimal number => new('d', number.ToString(CultureInfo.InvariantCulture)),
        double or float => new('f', Convert.ToDouble(value, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture)),
        DateTime time => new('t', time.ToString("O", CultureInfo.InvariantCulture)),
        DateTimeOffset time => new('o', time.ToString("O", CultureInfo.InvariantCulture)),
        DateOnly day => new('y', day.ToString("O", CultureInfo.InvariantCulture)),
        string text => new('s', text),
        Guid id => new('g', id.ToString()),
        byte[] bytes => new('b', Convert.ToHexString(bytes)),
        _ => throw new SqlRefusedException("sql.type", $"A key or cursor column of type {value.GetType().Name} cannot be ordered here: cast it in the view."),
    };

    public object Parameter() => Kind switch
    {
        'i' => long.Parse(Value, CultureInfo.InvariantCulture),
        'd' => decimal.Parse(Value, CultureInfo.InvariantCulture),
        'f' => double.Parse(Value, CultureInfo.InvariantCulture),
        't' => DateTime.Parse(Value, CultureInfo.InvariantCulture, Round),
        'o' => DateTimeOffset.Parse(Value, CultureInfo.InvariantCulture, Round),
        'y' => DateOnly.Parse(Value, CultureInfo.InvariantCulture),
        'g' => Guid.Parse(Value),
        'b' => Convert.FromHexString(Value),
        _ => Value,
    };

    /// <summary>A number that grows as the value does; 0 for texts, which have none.</summary>
    public long Order() => Kind switch
    {
        'i' => long.Parse(Value, CultureInfo.InvariantCulture),
        'd' or 'f' => (long)Math.Clamp(double.Parse(Value, CultureInfo.InvariantCulture) * 1000, long.MinValue / 2, long.MaxValue / 2),
        't' => ((DateTime)Parameter()).Ticks,
        'o' => ((DateTimeOffset)Parameter()).UtcTicks,
        'y' => ((DateOnly)Parameter()).DayNumber * TimeSpan.TicksPerDay,
        'b' => Convert.FromHexString(Value).Take(8).Aggregate(0L, (sum, one) => (sum << 8) | one),
        _ => 0,
    };

    /// <summary>Some way before it, because a transaction that began earlier may commit later. Texts and bytes have no way back.</summary>
    public SqlPoint Before(SqlSettings settings) => Kind switch
    {
        'i' => this with { Value = (Order() - settings.LookBackNumbers).ToString(CultureInfo.InvariantCulture) },
        'd' => Of((decimal)Parameter() - settings.LookBackNumbers),
        'f' => Of((double)Parameter() - settings.LookBackNumbers),
        't' => Of(((DateTime)Parameter()).AddSeconds(-settings.LookBackSeconds)),
        'o' => Of(((DateTimeOffset)Parameter()).AddSeconds(-settings.LookBackSeconds)),
        'y' => Of(((DateOnly)Parameter()).AddDays(-Math.Max(1, settings.LookBackSeconds / 86_400))),
        _ => this,
    };
}
