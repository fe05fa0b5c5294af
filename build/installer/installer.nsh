; Always for the current user: the page that asks "for whom" is not shown, and no administrator is ever needed.
!macro customInstallMode
  StrCpy $isForceCurrentInstall "1"
!macroend
