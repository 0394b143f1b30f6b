namespace IntegrationHub.Mdm.Model;

/// <summary>A golden record's public id: 40 opaque bits shown as eight Crockford base32 letters and a check character (<c>7ZK3-Q0AM-4</c> is read too).</summary>
/// <remarks>Made by <see cref="GoldenIdSequence"/>; never reused. The check character is the value modulo 37, as Crockford defines it.</remarks>
public readonly record struct GoldenId(long Value) : IComparable<GoldenId>
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";

    public int CompareTo(GoldenId other) => Value.CompareTo(other.Value);

    public override string ToString() => string.Create(9, Value, static (span, value) =>
    {
        span[8] = Letters[(int)(value % 37)];
        for (var i = 7; i >= 0; i--, value >>= 5)
        {
            span[i] = Letters[(int)(value & 31)];
        }
    });

    /// <summary>Reads an id as people type it: any case, hyphens and spaces ignored, O as 0, I and L as 1.</summary>
    /// <returns>False when it is not nine letters or the check character is wrong.</returns>
    public static bool TryParse(string? text, out GoldenId id)
    {
        id = default;
        long value = 0;
        var read = 0;
        foreach (var raw in text ?? "")
        {
            if (raw is '-' or ' ')
            {
                continue;
            }

            var letter = char.ToUpperInvariant(raw) switch { 'O' => '0', 'I' or 'L' => '1', var c => c };
            var digit = Letters.IndexOf(letter, StringComparison.Ordinal);
            if (digit < 0 || read > 8 || (read < 8 && digit > 31))
            {
                return false;
            }

            if (read == 8)
            {
                if (digit != value % 37)
                {
                    return false;
                }
            }
            else
            {
                value = (value << 5) | (long)digit;
            }

            read++;
        }

        id = new GoldenId(value);
        return read == 9;
    }
}
