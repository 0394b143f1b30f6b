using IntegrationHub.Host.Node;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Tests.Host.Support;
using Xunit;

namespace IntegrationHub.Tests.Host;

/// <summary>Which of two documents counts for a command that keeps nothing: the folder's, or the one that is kept.</summary>
public sealed class A_folder_somebody_only_looks_at
{
    private const string Kind = ConfigurationStore.Connections;

    [Fact]
    public void A_document_kept_from_a_folder_counts_as_the_folder_has_it_now()
    {
        var seen = Look(new DocumentRow(Kind, "gens", 3, "kept", default, FolderDocuments.By));

        Assert.Equal(("in the folder", 4), (seen.Text, seen.Version));
    }

    [Fact]
    public void A_document_nobody_kept_counts_as_the_folder_has_it() => Assert.Equal(("in the folder", 1), (Look().Text, Look().Version));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_document_somebody_changed_or_removed_counts_as_kept(bool removed)
    {
        var kept = new DocumentRow(Kind, "gens", 3, "kept", default, "architect", removed);

        Assert.Equal(kept, Look(kept));
    }

    private static DocumentRow Look(params DocumentRow[] kept)
    {
        var folder = Shell.Folder();
        Directory.CreateDirectory(Path.Combine(folder, "connections"));
        Shell.Write(folder, "connections/gens.yaml", "in the folder");
        return Assert.Single(FolderDocuments.Read(folder).Over(Kind, kept));
    }
}
