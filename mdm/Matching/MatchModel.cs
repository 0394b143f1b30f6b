using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Mdm.Matching.Blocking;
using IntegrationHub.Mdm.Matching.Comparing;
using IntegrationHub.Mdm.Matching.Documents;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching;

/// <summary>Everything a clustering decision depends on, read from a document: fields, comparisons with m and u, blocking rules, vetoes, frequency tables, junk values, thresholds, margin, source flags.</summary>
public sealed class MatchModel
{
    private static readonly Lazy<MatchModel> Shipped = new(ReadShipped);

    private readonly TermWeights[] _terms;

    // A base without values: of those in front of a base no comparison is remembered, and one pair needs no memory made for millions.
    private readonly Vocabulary _blank;

    internal MatchModel(ModelSettings settings)
    {
        Settings = settings;
        Fields = [.. settings.Fields.Select(f => Values.Fields.Names[(int)f])];
        Keys = new KeyMaker(settings.Blocking, settings.RefinedKeys);
        Rows = new RowWriter(settings.Fields, settings.Junk);
        _terms = [.. Enumerable.Range(0, Values.Fields.DomainCount).Select(d =>
            settings.Frequencies.TryGetValue((Domain)d, out var table) ? new TermWeights(table.Shares, table.Reference, table.Unknown, table.Floor, table.Names) : TermWeights.None)];
        _blank = NewVocabulary();
        Scorer = new Scorer(settings, [.. _terms.Select(t => t.Most)]);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(settings.Content));
        Version = $"{settings.Name}@{Convert.ToHexStringLower(hash.AsSpan(0, 6))}";
    }

    /// <summary>The model shipped with the product, for people in France.</summary>
    public static MatchModel French => Shipped.Value;

    /// <summary>Name and content hash; changes when anything a decision depends on changes.</summary>
    public string Version { get; }

    /// <summary>The whole model as a document; <see cref="Parse"/> makes the same model of it, to the bit.</summary>
    public string Document => Settings.Content;

    /// <summary>What training said of itself: records, rounds, fingerprint of the data; empty for a model written by hand.</summary>
    public IReadOnlyDictionary<string, string> Training => Settings.Training;

    /// <summary>Field names in the order of <see cref="MatchRecord.Values"/>: birthName, usageName, formerName, givenNames, sex, birthDate…</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>Weight from which a pair is a steward's business, thousandths of a bit.</summary>
    public int ReviewThreshold => Settings.Review;

    /// <summary>Weight from which a pair links by itself, thousandths of a bit.</summary>
    public int LinkThreshold => Settings.Link;

    /// <summary>Comparison names in the order of <see cref="ScoredPair.Pattern"/>.</summary>
    public IReadOnlyList<string> Comparisons => [.. Settings.Comparisons.Select(c => c.Comparator.Name)];

    /// <summary>Every level of every comparison, in the document's order.</summary>
    public IReadOnlyList<ModelLevel> Levels =>
        [.. Settings.Comparisons.SelectMany(c => c.Shares.Select((s, i) => new ModelLevel(c.Comparator.Name, c.Comparator.Levels[i], s.M, s.U, s.Kin, c.Weights[i])))];

    /// <summary>log2 of the odds that two random records are one person, thousandths of a bit.</summary>
    public int Prior => Settings.Prior;

    internal ModelSettings Settings { get; }

    internal Scorer Scorer { get; }

    internal KeyMaker Keys { get; }

    internal RowWriter Rows { get; }

    /// <summary>Reads a model document.</summary>
    /// <exception cref="FormatException">With file, line and the nearest valid word.</exception>
    public static MatchModel Parse(string yaml, string fileName) => new(ModelReader.Read(yaml, fileName));

    /// <summary>The same model where the named connections hold a person at most once.</summary>
    public MatchModel WithDuplicateFreeSources(IReadOnlyCollection<string> connections)
    {
        var free = Settings with { DuplicateFree = connections.ToHashSet() };
        return new(free with { Content = ModelWriter.Write(free) });
    }

    /// <summary>A new model whose frequency tables, finer keys and prior are computed from a population and frozen. Depends on the records, not on their order.</summary>
    public MatchModel ActivateOn(IEnumerable<MatchRecord> records) => ActivateOn(InternedRecords.Of(this, records));

    /// <summary>The same on records that are already interned.</summary>
    /// <exception cref="ArgumentException">They were interned for a model of other fields or junk values.</exception>
    public MatchModel ActivateOn(InternedRecords records, CancellationToken cancellationToken = default)
    {
        records.RequireFor(this);
        return new(new Activation.Activator(this, records).Fit(cancellationToken));
    }

    /// <summary>Normalises records ahead of the page that takes them in: the dearest step that needs no index. On any thread; never decides a result.</summary>
    /// <exception cref="ArgumentException">A record was made for a model of other fields.</exception>
    public MatchRecord[] Draft(IReadOnlyCollection<MatchRecord> records)
    {
        var batch = RowBatch.Of(Rows, records);
        return [.. records.Select((record, i) => record with { Drafted = new DraftedRow(batch, i) })];
    }

    /// <summary>The waterfall of a pair: pure, from the two records alone.</summary>
    public Evidence Explain(MatchRecord a, MatchRecord b)
    {
        var vocabulary = NewVocabulary(_blank);
        return Scorer.Explain(Rows.Write(a, vocabulary), Rows.Write(b, vocabulary), vocabulary, Version);
    }

    /// <summary>The level words a pattern stands for, one per comparison.</summary>
    public IReadOnlyList<string> LevelsOf(ulong pattern) =>
        [.. Settings.Comparisons.Select((c, i) => (int)(pattern >> (4 * i) & 15) is var level && level == Comparator.Silent ? "silent" : c.Comparator.Levels[level])];

    internal Vocabulary NewVocabulary(Vocabulary? parent = null) => new(_terms, parent);

    internal Vocabulary Adjusted(Vocabulary vocabulary) => vocabulary.WithTerms(_terms);

    private static MatchModel ReadShipped()
    {
        using var stream = typeof(MatchModel).Assembly.GetManifestResourceStream("french.yaml")!;
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd(), "french.yaml");
    }
}
