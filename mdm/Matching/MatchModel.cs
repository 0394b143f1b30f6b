namespace IntegrationHub.Mdm.Matching;

/// <summary>Everything a clustering decision depends on, read from a document: fields, comparisons with m and u, blocking rules, vetoes, frequency tables, junk values, thresholds, margin, source flags.</summary>
public sealed class MatchModel
{
    /// <summary>Name and content hash; changes when anything a decision depends on changes.</summary>
    public string Version => throw new NotSupportedException();

    /// <summary>Field names in the order of <see cref="MatchRecord.Values"/>: birthName, usageName, formerName, givenNames, sex, birthDate…</summary>
    public IReadOnlyList<string> Fields => throw new NotSupportedException();

    /// <summary>Reads a model document.</summary>
    /// <exception cref="FormatException">With file, line and the nearest valid word.</exception>
    public static MatchModel Parse(string yaml, string fileName) => throw new NotSupportedException($"{yaml.Length}{fileName}");

    /// <summary>The same model where the named connections hold a person at most once.</summary>
    public MatchModel WithDuplicateFreeSources(IReadOnlyCollection<string> connections) => throw new NotSupportedException($"{connections.Count}{Version}");

    /// <summary>The waterfall of a pair: pure, from the two records alone.</summary>
    public Evidence Explain(MatchRecord a, MatchRecord b) => throw new NotSupportedException($"{a.Key}{b.Key}{Version}");
}
