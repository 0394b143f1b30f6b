using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Hub.Contracts;

/// <summary>What asking for one person answers.</summary>
public abstract record CitizenAnswer
{
    private CitizenAnswer() { }

    /// <param name="View">The current golden record.</param>
    /// <param name="Asked">The id asked for; differs from the view's after a merge.</param>
    public sealed record Found(CitizenView View, GoldenId Asked) : CitizenAnswer;

    /// <summary>Nobody this reader may know.</summary>
    public sealed record Unknown : CitizenAnswer;

    /// <summary>Erased (410); told only to a reader that could know the person before.</summary>
    public sealed record Gone : CitizenAnswer;
}
