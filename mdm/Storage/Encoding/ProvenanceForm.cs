using IntegrationHub.Mdm.Registry.Wire;

namespace IntegrationHub.Mdm.Storage.Encoding;

/// <summary>A golden record's provenance: for each attribute its name, the source as a place among the members, the instant and the rule.</summary>
/// <remarks>The names everybody has are one byte, and most instants too: they are told as the difference to the line before.</remarks>
internal static class ProvenanceForm
{
    private const ulong NoSource = 0;
    private const ulong OtherSource = 1;
    private const ulong FirstMember = 2;

    public static void Write(WireWriter writer, GoldenRecord golden)
    {
        var last = 0L;
        for (var i = 0; i < golden.Provenance.Count; i++)
        {
            var line = golden.Provenance[i];
            Names.Attributes.Write(writer, line.Attribute);
            WriteSource(writer, line.Source, golden.Members);
            writer.Bare(line.At is null ? 0u : 1u);
            if (line.At is { } at)
            {
                writer.BareSigned(at.ToMicros() - last);
                last = at.ToMicros();
            }

            Names.Rules.Write(writer, line.Rule);
        }
    }

    public static IReadOnlyList<Provenance> Read(ReadOnlySpan<byte> bytes, IReadOnlyList<PartKey> members)
    {
        var lines = new List<Provenance>();
        var reader = new WireReader(bytes);
        var last = 0L;
        while (!reader.AtEnd)
        {
            var attribute = Names.Attributes.Read(ref reader);
            var source = ReadSource(ref reader, members);
            DateTimeOffset? at = null;
            if (reader.Bare() != 0)
            {
                last += reader.BareSigned();
                at = last.ToInstant();
            }

            lines.Add(new Provenance(attribute, source, at, Names.Rules.Read(ref reader)));
        }

        return lines;
    }

    private static void WriteSource(WireWriter writer, PartKey? source, IReadOnlyList<PartKey> members)
    {
        if (source is not { } key)
        {
            writer.Bare(NoSource);
            return;
        }

        for (var i = 0; i < members.Count; i++)
        {
            if (members[i] == key)
            {
                writer.Bare(FirstMember + (ulong)i);
                return;
            }
        }

        // A source that is no member: what an excluded part insisted on.
        writer.Bare(OtherSource);
        writer.Bare(key.Record.Connection);
        writer.Bare(key.Record.Key);
        writer.Bare(key.Part);
    }

    private static PartKey? ReadSource(ref WireReader reader, IReadOnlyList<PartKey> members) => reader.Bare() switch
    {
        NoSource => null,
        OtherSource => new PartKey(reader.Text(), reader.Text(), reader.Text()),
        var place => members[(int)(place - FirstMember)],
    };
}
