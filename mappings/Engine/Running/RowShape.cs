using System.Text;

namespace IntegrationHub.Mappings.Engine.Running;

/// <summary>The columns a mapping reads from one JSON object, each with its place; nested objects have a shape of their own.</summary>
internal sealed class RowShape
{
    private readonly Dictionary<string, int> places = [];
    private readonly Dictionary<string, RowShape> groups = [];
    private readonly RowShape root;
    private readonly string prefix;
    private readonly List<string> names;
    private Entry[]? entries;

    public RowShape() => (root, prefix, names) = (this, "", []);

    private RowShape(RowShape root, string prefix) => (this.root, this.prefix, names) = (root, prefix, root.names);

    /// <summary>Places of the whole row, nested ones included.</summary>
    public int Count => names.Count;

    /// <summary>Full name of the column at a place.</summary>
    public string NameAt(int place) => names[place];

    /// <summary>Place of a column; <c>address.city</c> is looked for as such and inside <c>address</c>.</summary>
    public int Place(string name)
    {
        if (!places.TryGetValue(name, out var place))
        {
            places[name] = place = names.Count;
            names.Add(prefix + name);
        }

        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && dot < name.Length - 1)
        {
            Group(name[..dot]).Share(name[(dot + 1)..], place);
        }

        return place;
    }

    /// <summary>Ends building: from here on the shape is read by many threads.</summary>
    public RowShape Seal()
    {
        if (entries is null)
        {
            entries = [.. places.Select(p => new Entry(Encoding.UTF8.GetBytes(p.Key), p.Value, null)),
                .. groups.Select(g => new Entry(Encoding.UTF8.GetBytes(g.Key), places.GetValueOrDefault(g.Key, -1), g.Value.Seal()))];
            // A group's own entry also knows its place as a column: keep one entry a name.
            entries = [.. entries.GroupBy(e => Convert.ToHexString(e.Name)).Select(g => g.OrderByDescending(e => e.Group is not null).First())];
        }

        return this;
    }

    /// <param name="name">Property name in UTF-8, unescaped.</param>
    /// <param name="hint">Entry to try first; the one after the last found, as the records of a source keep their order.</param>
    /// <returns>Index of the entry, -1 when the mapping does not read it.</returns>
    public int Find(ReadOnlySpan<byte> name, int hint)
    {
        var all = entries!;
        for (var i = 0; i < all.Length; i++)
        {
            var at = hint + i;
            at = at >= all.Length ? at - all.Length : at;
            if (all[at].Name.AsSpan().SequenceEqual(name))
            {
                return at;
            }
        }

        return -1;
    }

    public int EntryCount => entries!.Length;

    public (int Place, RowShape? Group) At(int entry) => (entries![entry].Place, entries[entry].Group);

    private RowShape Group(string name)
    {
        if (!groups.TryGetValue(name, out var group))
        {
            groups[name] = group = new RowShape(root, $"{prefix}{name}.");
        }

        return group;
    }

    private void Share(string name, int place)
    {
        places[name] = place;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && dot < name.Length - 1)
        {
            Group(name[..dot]).Share(name[(dot + 1)..], place);
        }
    }

    private readonly record struct Entry(byte[] Name, int Place, RowShape? Group);
}
