using IntegrationHub.Mdm.Registry.Absorbing;
using IntegrationHub.Mdm.Registry.Writing;

namespace IntegrationHub.Hub.Ingestion;

/// <summary>The page whose commit is under way while the next one is matched: told to its source and its run only once it is durable, and once.</summary>
internal sealed class PageUnderWay(Intake intake, Run run, Action<Run>? progress)
{
    private (MappedPage Page, Ahead<AbsorbedPage> Absorbing)? _page;

    /// <summary>The commit that the next page rests on.</summary>
    public Task Committed => _page?.Absorbing.Committed ?? Task.CompletedTask;

    public void Start(MappedPage page, Ahead<AbsorbedPage> absorbing) => _page = (page, absorbing);

    /// <summary>Waits for the commit. What is durable is told whoever stops the run meanwhile.</summary>
    /// <exception cref="Exception">The commit failed: nothing of the page is in.</exception>
    public async Task AcknowledgeAsync()
    {
        if (_page is var (page, absorbing))
        {
            _page = null;
            await absorbing.Committed;
            await intake.Source.CommittedAsync(page.Checkpoint, CancellationToken.None);
            await run.AbsorbedAsync(absorbing.Page, page.UnreadAttributes, page.Progress, CancellationToken.None);
            progress?.Invoke(run);
        }
    }
}
