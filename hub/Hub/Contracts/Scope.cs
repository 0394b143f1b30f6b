namespace IntegrationHub.Hub.Contracts;

/// <summary>A set of names a reader is permitted: everything, exactly these, or all but these. Names compare ordinally.</summary>
public sealed class Scope : IEquatable<Scope>
{
    private readonly SortedSet<string>? _names;
    private readonly bool _others;

    private Scope(SortedSet<string>? names, bool others = false) => (_names, _others) = (names, others);

    public static Scope All { get; } = new(null);

    public bool IsAll => _names is null;

    /// <summary>These names are what is kept out.</summary>
    public bool IsOthers => _others;

    /// <summary>The names in ordinal order; empty for <see cref="All"/>.</summary>
    public IReadOnlyCollection<string> Names => _names is null ? [] : _names;

    public static Scope Of(params IEnumerable<string> names) => new(new SortedSet<string>(names, StringComparer.Ordinal));

    /// <summary>Everything but these: for the hub's own readers, no document can say it.</summary>
    public static Scope AllBut(params IEnumerable<string> names) => new(new SortedSet<string>(names, StringComparer.Ordinal), others: true);

    /// <summary>Reads a list as documents write it: <c>*</c> alone means everything.</summary>
    public static Scope Parse(IReadOnlyList<string> names) => names is ["*"] ? All : Of(names);

    public bool Allows(string name) => _names is null || _names.Contains(name) != _others;

    public bool Equals(Scope? other) => other is not null && (IsAll, _others) == (other.IsAll, other._others) && Names.SequenceEqual(other.Names);

    public override bool Equals(object? obj) => Equals(obj as Scope);

    public override int GetHashCode() => Names.Aggregate(IsAll ? 1 : 0, (hash, name) => HashCode.Combine(hash, name));
}
