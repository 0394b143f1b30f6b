namespace IntegrationHub.Tests.EndToEnd.OneShots;

/// <summary>A test that needs the native program of the one-shots, which a release build makes where the compiler's package and a C linker can be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NativeFactAttribute : FactAttribute
{
    public NativeFactAttribute() => Skip = ShippedHub.WasNativeAsked
        ? null
        : "this build made no native program: it is made with -c Release, unless -p:StartCompiled=false, where gcc or clang and the package microsoft.dotnet.ilcompiler can be had";
}
