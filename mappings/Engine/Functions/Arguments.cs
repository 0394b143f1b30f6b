using System.Globalization;

namespace IntegrationHub.Mappings.Engine.Functions;

/// <summary>The arguments of one call in a document, already matched to the function's parameters.</summary>
public sealed class Arguments(
    IReadOnlyDictionary<string, string> values,
    Func<string, IReadOnlyDictionary<string, string>?> table,
    Action<string> refuse)
{
    public static Arguments None { get; } = new(new Dictionary<string, string>(), static _ => null, static _ => { });

    public string? Text(string name) => values.GetValueOrDefault(name);

    public string Text(string name, string otherwise) => values.GetValueOrDefault(name, otherwise);

    /// <summary>True when the parameter is given as its own name, <c>true</c> or <c>yes</c>: <c>flag(not)</c>.</summary>
    public bool Flag(string name) => Text(name) is { } text && (text == name || text is "true" or "yes");

    public int Number(string name, int otherwise)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Refuse($"{name} must be a whole number");
        return otherwise;
    }

    /// <summary>The lookup table of that name in the document; empty, and refused, when there is none.</summary>
    public IReadOnlyDictionary<string, string> Table(string name) => table(name) ?? new Dictionary<string, string>();

    /// <summary>Tells the compiler what is wrong with an argument; the document is then refused.</summary>
    public void Refuse(string message) => refuse(message);
}
