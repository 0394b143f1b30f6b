namespace IntegrationHub.Connectors.Abstractions.Privacy;

/// <summary>A forbidden name as words. It matches the words glued together (<c>NUMSECU</c>) and, unless it must be the whole name, the words in a row inside a longer name (<c>iban_2</c>).</summary>
internal sealed class FieldPattern(string words, FieldVerdict verdict, bool whole)
{
    private readonly string[] words = words.Split(' ');
    private readonly string glued = words.Replace(" ", "", StringComparison.Ordinal);

    public FieldVerdict Verdict => verdict;

    public bool Matches(IReadOnlyList<string> name)
    {
        if (string.Concat(name) == glued)
        {
            return true;
        }

        for (var start = 0; !whole && start + words.Length <= name.Count; start++)
        {
            if (words.SequenceEqual(name.Skip(start).Take(words.Length)))
            {
                return true;
            }
        }

        return false;
    }
}
