using System.Globalization;
using System.Text.Json.Serialization;

namespace IntegrationHub.Connectors.Abstractions.Connections;

/// <summary>Holds a run that would change or delete too large a share of a connection's records: most often the export is broken, not the town empty.</summary>
[JsonConverter(typeof(BrakeConverter))]
public sealed record Brake(double Share)
{
    // Below this many records a share says nothing: three of ten may well move in a night.
    private const int Always = 10;

    /// <summary>20 %.</summary>
    public static Brake Default { get; } = new(0.2);

    /// <summary>Never holds.</summary>
    public static Brake Off { get; } = new(1.0);

    /// <summary>True when <paramref name="touched"/> of <paramref name="total"/> records is more than the share (and more than 10), or when all would go.</summary>
    public bool Holds(long touched, long total) => Share < 1 && ((touched > Always && touched > Share * total) || (total > 0 && touched >= total));

    /// <param name="text"><c>20%</c>, or <c>off</c>.</param>
    /// <exception cref="FormatException">Anything else.</exception>
    public static Brake Parse(string text)
    {
        if (text == "off")
        {
            return Off;
        }

        if (text.EndsWith('%') && double.TryParse(text.AsSpan()[..^1].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and <= 100)
        {
            return new Brake(percent / 100);
        }

        throw new FormatException("A brake is a share such as 20%, or off.");
    }

    public override string ToString() => Share >= 1 ? "off" : string.Create(CultureInfo.InvariantCulture, $"{Share * 100:0.##}%");
}
