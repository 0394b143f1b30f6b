using IntegrationHub.Connectors.Files.Reading;

namespace IntegrationHub.Connectors.Finance.Pes;

/// <summary>A first pass over a file: the orders of each third party, and where it is named last. Only these references stand in memory.</summary>
internal sealed class PesPieces
{
    private readonly Dictionary<string, (long Last, List<PesPiece> Pieces)> parties = new(StringComparer.Ordinal);

    public static PesPieces Read(string path, FileFacts facts, int limit)
    {
        var pieces = new PesPieces();
        using var pass = new Pass(path, facts, limit, pieces);
        while (pass.Read())
        {
            continue; // what is broken is told by the pass that makes the rows
        }

        return pieces;
    }

    /// <summary>The orders of a third party, at the line that names it last; null at any line before.</summary>
    public IReadOnlyList<PesPiece>? Complete(string key, long number) => parties[key] is var (last, pieces) && last == number ? pieces : null;

    private void Add(string key, long number, PesPiece piece)
    {
        var list = parties.TryGetValue(key, out var known) ? known.Pieces : [];
        if (list is not [.., var before] || before.Reference != piece.Reference || before.Kind != piece.Kind)
        {
            // the lines of an order follow each other
            list.Add(piece);
        }

        parties[key] = (number, list);
    }

    private sealed class Pass(string path, FileFacts facts, int limit, PesPieces pieces) : PesWalker(path, facts, limit)
    {
        private long number;

        protected override FileRow? Take(PesLine line)
        {
            number++;
            if (line is { Key: { } key, Problem: null })
            {
                pieces.Add(key, number, line.Piece);
            }

            return null;
        }
    }
}
