namespace IntegrationHub.Mdm.Matching.Values;

/// <summary>The value tables of all domains, and what is remembered of comparing their values.</summary>
internal sealed class Vocabulary
{
    private readonly ValueTable[] _tables;
    private readonly RelationCache[] _texts;

    /// <param name="terms">Frequency adjustments by domain.</param>
    /// <param name="parent">A base that stays untouched; null for a base.</param>
    public Vocabulary(TermWeights[] terms, Vocabulary? parent = null)
    {
        _tables = [.. Enumerable.Range(0, Fields.DomainCount).Select(i => new ValueTable(parent?._tables[i], (Domain)i, terms[i]))];
        _texts = parent?._texts ?? [new RelationCache(1 << 16), new RelationCache(1 << 16), new RelationCache(1 << 16)];
        Names = parent?.Names ?? new RelationCache(parent is null ? 1 << 18 : 1);
        GivenNames = parent?.GivenNames ?? new RelationCache(1 << 16);
        Streets = parent?.Streets ?? new RelationCache(1 << 16);
    }

    public RelationCache Names { get; }

    /// <summary>By domain, for free texts.</summary>
    public RelationCache Texts(Domain domain) => _texts[domain - Domain.Text1];

    public RelationCache GivenNames { get; }

    public RelationCache Streets { get; }

    /// <summary>The same values under the same numbers, with other frequency adjustments.</summary>
    public Vocabulary WithTerms(TermWeights[] terms)
    {
        var copy = new Vocabulary(terms);
        for (var i = 0; i < _tables.Length; i++)
        {
            copy._tables[i] = _tables[i].WithTerms(terms[i]);
        }

        return copy;
    }

    public ValueTable this[Domain domain] => _tables[(int)domain];
}
