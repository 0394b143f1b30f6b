using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Mdm.Registry.Goldens;

/// <summary>A cluster whose members or their content changed: one golden record in the making.</summary>
internal sealed class Cluster(IReadOnlyList<PartRow> members)
{
    /// <summary>In part-key order.</summary>
    public IReadOnlyList<PartRow> Members => members;

    /// <summary>Answers about members, in part-key order: they give values, and decide nothing else.</summary>
    public List<PartRow> Answers { get; } = [];

    /// <summary>Members and answers, in part-key order.</summary>
    public IReadOnlyList<PartRow> Voices => Answers.Count == 0 ? members : [.. members.Concat(Answers).OrderBy(part => part.Key)];

    /// <summary>Members by the golden record they stood behind; newcomers are in none. A part that comes back to an emptied record counts for it.</summary>
    public SortedDictionary<GoldenId, List<PartRow>> Portions { get; } = [];

    /// <summary>Members that stood behind no golden record.</summary>
    public bool HasNewcomers { get; set; }

    /// <summary>Its golden id; settled by <see cref="IdAssignment"/>.</summary>
    public GoldenId? Id { get; set; }

    /// <summary>How many of these keys are members.</summary>
    public int Overlap(IReadOnlyList<PartKey> keys) => keys.Count(key => members.Any(member => member.Key == key));
}
