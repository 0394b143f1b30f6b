using System.Collections.Frozen;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Identity.OpenId;

/// <summary>What a provider's error codes mean, whose move it is, in French and English: <c>errors.txt</c>. A description of a provider is never repeated, as it may name a person.</summary>
internal static partial class ProviderErrors
{
    private static readonly FrozenDictionary<string, Failure> Known = Read();

    /// <summary>Every code that has words of its own.</summary>
    public static IReadOnlyCollection<string> Codes => Known.Keys;

    /// <param name="name">Begins the failure's code.</param>
    /// <param name="error">The standard code (RFC 6749, 4.1.2.1 and 5.2; OpenID Connect Core, 3.1.2.6).</param>
    /// <param name="description">Searched for a code of the provider's own: <c>Y030007</c>.</param>
    public static Failure Of(string name, string error, string? description)
    {
        var own = OwnCode().Matches($"{error} {description}").Select(match => match.Groups["digits"].Value).FirstOrDefault(Known.ContainsKey);
        var code = own ?? (Known.ContainsKey(error) ? error : "unknown");
        return Known[code] with { Code = $"{name}.{(own is null ? code : "Y" + own)}" };
    }

    private static FrozenDictionary<string, Failure> Read()
    {
        using var stream = typeof(ProviderErrors).Assembly.GetManifestResourceStream("errors.txt")!;
        using var reader = new StreamReader(stream);
        var found = new Dictionary<string, Failure>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && line.Split('|', StringSplitOptions.TrimEntries) is [var kind, var codes, var french, var english])
            {
                foreach (var code in codes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    found.Add(code, new Failure(Enum.Parse<FailureKind>(kind), code, english) { Message = new LocalText(french, english) });
                }
            }
        }

        return found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\bY?(?<digits>[0-9]{6})\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnCode();
}
