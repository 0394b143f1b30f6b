using IntegrationHub.Mdm.Registry.Wire;

namespace IntegrationHub.Mdm.Storage.Encoding;

/// <summary>Names that come again and again, as one byte each; any other as 0 and its text.</summary>
/// <remarks>A name's place is stored: lists only grow, at their end.</remarks>
internal sealed class Names
{
    private readonly string[] _names;
    private readonly Dictionary<string, int> _places;

    private Names(params string[] names)
    {
        _names = names;
        _places = names.Select((name, place) => (name, place)).ToDictionary(pair => pair.name, pair => pair.place, StringComparer.Ordinal);
    }

    public static Names Attributes { get; } = new(
        "birthName", "usageName", "givenNames", "usedGivenName", "formerNames", "sex", "birthDate", "birthPlace", "emails", "phones", "addresses",
        "identifiers", "death", "consents", "verification", "status");

    public static Names Rules { get; } = new(
        "only-source", "unanimous", "stable-tie", "verified-level", "override", "source-trust", "recency", "frequency", "completeness");

    public void Write(WireWriter writer, string name)
    {
        if (_places.TryGetValue(name, out var place))
        {
            writer.Bare((ulong)place + 1);
        }
        else
        {
            writer.Bare(0);
            writer.Bare(name);
        }
    }

    public string Read(ref WireReader reader) => reader.Bare() switch
    {
        0 => reader.Text(),
        var place when place <= (ulong)_names.Length => _names[(int)place - 1],
        var place => throw new FormatException($"name {place} was stored by a newer program"),
    };
}
