namespace IntegrationHub.Mdm.Storage.Tables;

/// <summary>A golden id that a change touches beside the one it is about.</summary>
internal sealed class ChangeTouchEntity
{
    public long Golden { get; set; }

    public long Sequence { get; set; }
}
